package org.waymark.goals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Forbidden;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Fields;

/**
 * Asks units to propose goals of their own under a published one. The call is answered by the
 * proposal itself: a goal of the unit, or of one below it, that contributes.
 */
@Component
@Transactional
public class Calls {
  private final CallTable table;
  private final Goals goals;
  private final Units units;
  private final Audit audit;
  private final Clock clock;

  Calls(CallTable table, Goals goals, Units units, Audit audit, Clock clock) {
    this.table = table;
    this.goals = goals;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Which units are asked.
   *
   * @param units by code
   * @param note what they are to think of
   */
  public record CallWords(@Nullable List<String> units, @Nullable String note) {}

  /**
   * Asks units what they want to contribute; one that has refused is asked anew.
   *
   * @throws Conflict when the goal is still a draft, which they could not see, or is over
   * @throws InvalidInput naming each unit that cannot be asked
   */
  public void call(Caller caller, UUID id, CallWords words) {
    Goal goal = goals.held(caller, id, Action.CHANGE_GOAL);
    onlyWhileOpen(goal);
    Fields fields = new Fields();
    List<String> codes = words.units() == null ? List.of() : words.units();
    if (codes.isEmpty()) {
      fields.refuse("units", "name the units that are to propose something");
    }
    Goals.atMost(fields, "note", words.note(), Goals.LONGEST_TEXT);
    UnitTree tree = units.tree();
    Set<String> asked = new LinkedHashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      Unit unit = tree.byCode(codes.get(i)).orElse(null);
      if (unit == null) {
        fields.refuse("units[" + i + "]", "there is no unit with this code");
      } else if (!table.reaches(unit.id())) {
        fields.refuse("units[" + i + "]", "nobody belongs to this unit who could propose a goal");
      } else {
        table.takeBack(id, unit.id(), caller.member(), clock.instant(), true);
        if (table.add(
            caller.workspace(),
            Ids.next(),
            id,
            unit.id(),
            caller.member(),
            clock.instant(),
            Goals.blankToNull(words.note()))) {
          asked.add(unit.code());
        }
      }
    }
    fields.check();
    if (!asked.isEmpty()) {
      audit.record(caller, "goal.units-asked", "goal", id.toString(), null, asked);
    }
  }

  /**
   * No longer asks a unit.
   *
   * @throws NotFound when it is not asked
   */
  public void takeBack(Caller caller, UUID id, String code) {
    goals.held(caller, id, Action.CHANGE_GOAL);
    Unit unit = units.tree().byCode(code).orElseThrow(() -> new NotFound("call"));
    if (!table.takeBack(id, unit.id(), caller.member(), clock.instant(), false)) {
      throw new NotFound("call");
    }
    audit.record(caller, "goal.call-taken-back", "goal", id.toString(), unit.code(), null);
  }

  /**
   * Says for a unit that it proposes nothing.
   *
   * @param reason why, for whoever asked to read
   * @throws Forbidden when the caller does not belong to the unit
   * @throws NotFound when it is not asked
   * @throws Conflict when that is said already, or the goal is over
   * @throws InvalidInput when the reason is lacking
   */
  public void refuse(Caller caller, UUID id, String code, @Nullable String reason) {
    Goal goal = goals.held(caller, id, Action.ANSWER_PROPOSAL);
    onlyWhileOpen(goal);
    Unit unit = asked(caller, id, code);
    Fields fields = new Fields();
    if (reason == null || reason.isBlank()) {
      fields.refuse("reason", "say why, so that whoever asked understands it");
    }
    Goals.atMost(fields, "reason", reason, Goals.LONGEST_TEXT);
    fields.check();
    String because = Objects.requireNonNull(reason).strip();
    if (!table.refuse(id, unit.id(), caller.member(), clock.instant(), because)) {
      throw new Conflict("The unit has said already that it proposes nothing.", goal);
    }
    audit.record(
        caller,
        "goal.call-refused",
        "goal",
        id.toString(),
        null,
        Map.of("unit", unit.code(), "reason", because));
  }

  /**
   * The unit may propose something after all.
   *
   * @throws Forbidden when the caller does not belong to the unit
   * @throws Conflict when it has refused nothing, or the goal is over
   */
  public void takeRefusalBack(Caller caller, UUID id, String code) {
    Goal goal = goals.held(caller, id, Action.ANSWER_PROPOSAL);
    onlyWhileOpen(goal);
    Unit unit = asked(caller, id, code);
    if (!table.takeRefusalBack(id, unit.id(), caller.member(), clock.instant(), Ids.next())) {
      throw new Conflict("The unit has refused nothing.", goal);
    }
    audit.record(caller, "goal.call-refusal-taken-back", "goal", id.toString(), unit.code(), null);
  }

  /**
   * Whoever asked has read why a unit proposes nothing; it waits for them no longer.
   *
   * @throws NotFound when there is nothing for them to read
   */
  public void read(Caller caller, UUID id, String code) {
    goals.held(caller, id, Action.ANSWER_PROPOSAL);
    Unit unit = units.tree().byCode(code).orElseThrow(() -> new NotFound("call"));
    if (!table.read(id, unit.id(), caller.member(), clock.instant())) {
      throw new NotFound("call");
    }
    audit.record(caller, "goal.call-refusal-read", "goal", id.toString(), null, unit.code());
  }

  private static void onlyWhileOpen(Goal goal) {
    GoalVerbs.onlyFrom(goal, "built upon", State.PROPOSED, State.AGREED, State.RUNNING);
  }

  /** A unit of the caller's that is asked. */
  private Unit asked(Caller caller, UUID id, String code) {
    Unit unit = units.tree().byCode(code).orElseThrow(() -> new NotFound("call"));
    if (table.of(id).stream().noneMatch(row -> row.unitId().equals(unit.id()))) {
      throw new NotFound("call");
    }
    if (!table.belongs(unit.id(), caller.member())) {
      throw new Forbidden("Only people of the unit speak for it.");
    }
    return unit;
  }

  /**
   * The units that are asked.
   *
   * @param around goals that the reader may see, those that contribute among them
   */
  List<Call> of(UUID id, List<Goal> around) {
    List<CallTable.Row> rows = table.of(id);
    if (rows.isEmpty()) {
      return List.of();
    }
    UnitTree tree = units.tree();
    List<Call> calls = new ArrayList<>();
    for (CallTable.Row row : rows) {
      Set<UUID> within =
          tree.byId(row.unitId())
              .map(unit -> new HashSet<>(Agreements.within(tree, unit)))
              .orElseGet(HashSet::new);
      calls.add(
          new Call(
              row.unit(),
              row.at(),
              row.by(),
              row.note(),
              around.stream()
                  .filter(goal -> id.equals(goal.contributesTo()))
                  .filter(goal -> goal.state() != State.WITHDRAWN)
                  .filter(
                      goal ->
                          goal.unit() != null
                              && tree.byCode(goal.unit())
                                  .filter(unit -> within.contains(unit.id()))
                                  .isPresent())
                  .map(goal -> new GoalView.Named(goal.id(), goal.statement(), goal.state()))
                  .toList(),
              row.refusal()));
    }
    return calls;
  }
}
