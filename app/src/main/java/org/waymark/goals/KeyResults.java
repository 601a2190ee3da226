package org.waymark.goals;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Period;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Fields;

/**
 * Writes key results down and changes them. A pooled baseline settles as soon as the data allow
 * one, together with the target that a change in percent makes of it; changing the key result pools
 * it anew.
 */
@Component
@Transactional
public class KeyResults {
  private final KeyResultTable table;
  private final GoalTable goalTable;
  private final Goals goals;
  private final Focus focus;
  private final Metrics metrics;
  private final Assessments assessments;
  private final Snapshots snapshots;
  private final Audit audit;
  private final Clock clock;

  KeyResults(
      KeyResultTable table,
      GoalTable goalTable,
      Goals goals,
      Focus focus,
      Metrics metrics,
      Assessments assessments,
      Snapshots snapshots,
      Audit audit,
      Clock clock) {
    this.table = table;
    this.goalTable = goalTable;
    this.goals = goals;
    this.focus = focus;
    this.metrics = metrics;
    this.assessments = assessments;
    this.snapshots = snapshots;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a key result to a goal.
   *
   * @throws InvalidInput naming each field that is wrong
   */
  public KeyResult add(Caller caller, UUID goalId, KeyResultWords words) {
    return add(caller, goalId, words, null);
  }

  /**
   * Adds a key result to a goal.
   *
   * @param reason needed when a goal that is no draft has as many as {@link Focus} allows already
   * @throws InvalidInput naming each field that is wrong
   */
  public KeyResult add(Caller caller, UUID goalId, KeyResultWords words, @Nullable String reason) {
    Goal goal = goals.held(caller, goalId, Action.CHANGE_GOAL);
    Goals.refuseWhenOver(goal);
    KeyResult wanted = read(goal, words, Ids.next(), 1);
    focus.addingTo(caller, goal, table.of(goalId).size(), reason);
    table.add(caller.workspace(), wanted, caller.member(), clock.instant());
    KeyResult added = settled(goal, wanted.id());
    audit.record(caller, "key-result.added", "goal", goalId.toString(), null, added);
    return added;
  }

  /**
   * Changes a key result.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict with the key result as it is now, when somebody else was first
   * @throws InvalidInput naming each field that is wrong
   */
  public KeyResult change(Caller caller, UUID id, KeyResultWords words, int version) {
    KeyResult before = get(caller, id);
    Goal goal = goals.held(caller, before.goal(), Action.CHANGE_GOAL);
    before = get(caller, id);
    Goals.refuseWhenOver(goal);
    if (before.version() != version) {
      throw new Conflict("The key result was changed by someone else since you read it.", before);
    }
    KeyResult wanted = read(goal, words, id, version + 1);
    moveOn(before);
    table.addVersion(caller.workspace(), wanted, false, caller.member(), clock.instant());
    KeyResult after = settled(goal, id);
    audit.record(caller, "key-result.changed", "goal", goal.id().toString(), before, after);
    return after;
  }

  /** Takes a key result out of its goal; its versions and measurements stay on record. */
  public void remove(Caller caller, UUID id) {
    KeyResult before = get(caller, id);
    Goal goal = goals.held(caller, before.goal(), Action.CHANGE_GOAL);
    before = get(caller, id);
    Goals.refuseWhenOver(goal);
    moveOn(before);
    KeyResult gone =
        new KeyResult(
            id,
            before.goal(),
            before.version() + 1,
            before.name(),
            before.measured(),
            before.unit(),
            before.type(),
            before.baseline(),
            before.baselineDays(),
            before.target(),
            before.duration(),
            before.due(),
            before.weight(),
            before.span(),
            before.evidence(),
            before.different(),
            null);
    table.addVersion(caller.workspace(), gone, true, caller.member(), clock.instant());
    audit.record(caller, "key-result.removed", "goal", goal.id().toString(), before, null);
  }

  /**
   * A key result as it stands.
   *
   * @throws NotFound when there is none, or its goal is a draft this caller may not see
   */
  @Transactional(readOnly = true)
  public KeyResult get(Caller caller, UUID id) {
    KeyResult keyResult = table.find(id).orElseThrow(() -> new NotFound("key result"));
    if (goalTable.find(keyResult.goal()).filter(goal -> goal.visibleTo(caller)).isEmpty()) {
      throw new NotFound("key result");
    }
    return keyResult;
  }

  private void moveOn(KeyResult before) {
    if (!table.moveOn(before.id(), before.version())) {
      throw new Conflict("The key result was changed by someone else since you read it.", before);
    }
  }

  private KeyResult settled(Goal goal, UUID id) {
    snapshots.settle(goal, table.find(id).orElseThrow());
    KeyResult stored = table.find(id).orElseThrow();
    snapshots.changed(goal, List.of(stored));
    return stored;
  }

  private KeyResult read(Goal goal, KeyResultWords words, UUID id, int version) {
    KeyResult wanted = read(goal.days(), words, id, goal.id(), version);
    refuseAgainstPooled(goal, wanted);
    return wanted;
  }

  /**
   * The words as a key result, checked but for what only the data can tell.
   *
   * @param cycle the days of its goal's cycle
   * @throws InvalidInput naming each field that is wrong
   */
  KeyResult read(Period cycle, KeyResultWords words, UUID id, UUID goal, int version) {
    Fields fields = new Fields();
    String key = Goals.blankToNull(words.metric());
    MetricDefinition metric = key == null ? null : metrics.find(key).orElse(null);
    KeyResult.UnitName unit = unit(fields, words.unit());
    KeyResult wanted =
        new KeyResultReader(fields, words, cycle, metric).read(id, goal, version, unit);
    fields.check();
    return wanted;
  }

  private KeyResult.@Nullable UnitName unit(Fields fields, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    UUID unit = goalTable.unit(code.strip()).orElse(null);
    if (unit == null) {
      fields.refuse("unit", "there is no unit with this code");
      return null;
    }
    return new KeyResult.UnitName(unit, code.strip());
  }

  /**
   * A target that the data's own baseline contradicts is refused while somebody is there to mend
   * it.
   */
  private void refuseAgainstPooled(Goal goal, KeyResult wanted) {
    if (wanted.baseline() != null || !wanted.type().meansChange()) {
      return;
    }
    Assessment.Baseline pooled = assessments.baseline(goal, wanted);
    if (pooled == null) {
      return;
    }
    BigDecimal target = Assessing.target(wanted, pooled);
    if (target != null) {
      Fields fields = new Fields();
      KeyResultReader.refuseAgainstTheSign(
          fields, wanted.type(), pooled.value(), new Target.Level(target), "target");
      fields.check();
    }
  }
}
