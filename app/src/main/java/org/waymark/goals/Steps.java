package org.waymark.goals;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Fields;

/** The action plan of a goal: steps are written down, changed, done, and not done after all. */
@Component
@Transactional
public class Steps {
  private final StepTable table;
  private final GoalTable goalTable;
  private final KeyResultTable keyResults;
  private final Goals goals;
  private final Snapshots snapshots;
  private final Audit audit;
  private final Clock clock;

  Steps(
      StepTable table,
      GoalTable goalTable,
      KeyResultTable keyResults,
      Goals goals,
      Snapshots snapshots,
      Audit audit,
      Clock clock) {
    this.table = table;
    this.goalTable = goalTable;
    this.keyResults = keyResults;
    this.goals = goals;
    this.snapshots = snapshots;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a step to a goal.
   *
   * @throws InvalidInput naming each field that is wrong
   */
  public Step add(Caller caller, UUID goalId, Step.Words words) {
    Goal goal = goals.held(caller, goalId, Action.CHANGE_GOAL);
    Goals.refuseWhenOver(goal);
    UUID id = Ids.next();
    Fields fields = new Fields();
    UUID responsible = responsible(fields, words);
    Step step = read(fields, id, goalId, 1, words);
    fields.check();
    table.add(caller.workspace(), id, goalId, clock.instant());
    table.addVersion(
        caller.workspace(), step, responsible, false, caller.member(), clock.instant());
    return said(caller, "step.added", goal, null, id);
  }

  /**
   * Changes a step.
   *
   * @throws Conflict with the step as it is now, when somebody else was first
   */
  public Step change(Caller caller, UUID id, Step.Words words, int version) {
    Goal goal = goals.held(caller, get(caller, id).goal(), Action.CHANGE_GOAL);
    Goals.refuseWhenOver(goal);
    Step before = get(caller, id);
    if (before.version() != version || !table.moveOn(id, version)) {
      throw new Conflict("The step was changed by someone else since you read it.", before);
    }
    Fields fields = new Fields();
    UUID responsible = responsible(fields, words);
    Step step = read(fields, id, goal.id(), version + 1, words);
    fields.check();
    table.addVersion(
        caller.workspace(), step, responsible, false, caller.member(), clock.instant());
    return said(caller, "step.changed", goal, before, id);
  }

  /** Takes a step out of the plan; it stays on record. */
  public void remove(Caller caller, UUID id) {
    Goal goal = goals.held(caller, get(caller, id).goal(), Action.CHANGE_GOAL);
    Goals.refuseWhenOver(goal);
    Step before = get(caller, id);
    if (!table.moveOn(id, before.version())) {
      throw new Conflict("The step was changed by someone else since you read it.", before);
    }
    Step gone =
        new Step(
            id,
            goal.id(),
            before.version() + 1,
            before.title(),
            before.responsible(),
            before.due(),
            before.milestone(),
            before.keyResult(),
            before.weight(),
            null);
    UUID responsible =
        before.responsible() == null ? null : goalTable.member(before.responsible()).orElse(null);
    table.addVersion(caller.workspace(), gone, responsible, true, caller.member(), clock.instant());
    audit.record(caller, "step.removed", "goal", goal.id().toString(), before, null);
    measureMilestones(goal);
  }

  /**
   * Says that a step is done.
   *
   * @param evidence a link that shows it; a milestone that moves a key result needs one
   * @throws Conflict when it is done already
   */
  public Step complete(Caller caller, UUID id, @Nullable String evidence) {
    Goal goal = goals.held(caller, get(caller, id).goal(), Action.CHECK_IN);
    Step before = get(caller, id);
    if (before.done() != null) {
      throw new Conflict("The step is done already.", before);
    }
    Fields fields = new Fields();
    String link = link(fields, "evidence", evidence);
    if (link == null && before.milestone() && movesAKeyResult(before)) {
      fields.refuse(
          "evidence", "this milestone moves a key result; give a link that shows it is done");
    }
    fields.check();
    table.complete(caller.workspace(), Ids.next(), id, caller.member(), clock.instant(), link);
    return said(caller, "step.done", goal, before, id);
  }

  /**
   * Takes back that a step is done.
   *
   * @throws Conflict when it is not done
   */
  public void open(Caller caller, UUID id) {
    Goal goal = goals.held(caller, get(caller, id).goal(), Action.CHECK_IN);
    Step before = get(caller, id);
    if (before.done() == null) {
      throw new Conflict("The step is not done.", before);
    }
    table.takeBack(id, caller.member(), clock.instant());
    said(caller, "step.opened", goal, before, id);
  }

  /**
   * A step as it stands.
   *
   * @throws NotFound when there is none, or its goal is a draft this caller may not see
   */
  @Transactional(readOnly = true)
  public Step get(Caller caller, UUID id) {
    Step step = table.find(id).orElseThrow(() -> new NotFound("step"));
    if (goalTable.find(step.goal()).filter(goal -> goal.visibleTo(caller)).isEmpty()) {
      throw new NotFound("step");
    }
    return step;
  }

  /** A web address, or nothing. */
  static @Nullable String link(Fields fields, String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      URI address = new URI(text.strip());
      String scheme = address.getScheme();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      if (web && address.getHost() != null && text.length() <= 2000) {
        return text.strip();
      }
    } catch (URISyntaxException e) {
      fields.refuse(field, "must be a web address such as https://example.org/report");
      return null;
    }
    fields.refuse(field, "must be a web address such as https://example.org/report");
    return null;
  }

  private Step read(Fields fields, UUID id, UUID goal, int version, Step.Words words) {
    String title = words.title() == null ? "" : words.title().strip();
    if (title.isEmpty()) {
      fields.refuse("title", "say what is to be done");
    }
    Goals.atMost(fields, "title", title, 300);
    boolean milestone = Boolean.TRUE.equals(words.milestone());
    BigDecimal weight = words.weight() == null ? BigDecimal.ONE : words.weight();
    if (weight.signum() <= 0) {
      fields.refuse("weight", "must be a number above 0");
    }
    UUID keyResult = words.keyResult();
    if (keyResult != null && keyResults.find(keyResult).filter(k -> moves(k, goal)).isEmpty()) {
      fields.refuse("keyResult", "must be a milestone key result of the same goal");
    } else if (keyResult != null && !milestone) {
      fields.refuse("keyResult", "only a milestone moves a key result");
    }
    return new Step(
        id,
        goal,
        version,
        title,
        words.responsible(),
        words.due() == null ? null : fields.day("due", words.due()),
        milestone,
        keyResult,
        weight,
        null);
  }

  private @Nullable UUID responsible(Fields fields, Step.Words words) {
    String email = Goals.blankToNull(words.responsible());
    if (email == null) {
      return null;
    }
    UUID member = goalTable.member(email).orElse(null);
    Goals.known(fields, "responsible", email, member, "member with this e-mail");
    return member;
  }

  private static boolean moves(KeyResult keyResult, UUID goal) {
    return keyResult.goal().equals(goal) && keyResult.type() == KeyResultType.MILESTONE;
  }

  private boolean movesAKeyResult(Step step) {
    return step.keyResult() != null
        || keyResults.of(step.goal()).stream().anyMatch(k -> moves(k, step.goal()));
  }

  private Step said(Caller caller, String what, Goal goal, @Nullable Step before, UUID id) {
    Step after = table.find(id).orElseThrow();
    audit.record(caller, what, "goal", goal.id().toString(), before, after);
    measureMilestones(goal);
    return after;
  }

  private void measureMilestones(Goal goal) {
    List<KeyResult> moved =
        keyResults.of(goal.id()).stream()
            .filter(keyResult -> keyResult.type() == KeyResultType.MILESTONE)
            .toList();
    if (!moved.isEmpty()) {
      snapshots.changed(goal, moved);
    }
  }
}
