package org.waymark.paste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.CheckIns;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResult;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.Workspaces;

/**
 * Brings what Viva Goals exported over: objectives with the objective they are aligned to, key
 * results with their latest value as a check-in, owners who are members here. Everything arrives as
 * a draft and is told by people, since the numbers came from people; a metric can take over
 * afterwards.
 */
@Component
public class VivaImport {
  private static final int LONGEST_NOTE = 1000;

  private final VivaPlanning planning;
  private final Goals goals;
  private final KeyResults keyResults;
  private final CheckIns checkIns;
  private final Cycles cycles;
  private final Workspaces workspaces;
  private final Access access;

  VivaImport(
      VivaPlanning planning,
      Goals goals,
      KeyResults keyResults,
      CheckIns checkIns,
      Cycles cycles,
      Workspaces workspaces,
      Access access) {
    this.planning = planning;
    this.goals = goals;
    this.keyResults = keyResults;
    this.checkIns = checkIns;
    this.cycles = cycles;
    this.workspaces = workspaces;
    this.access = access;
  }

  /**
   * What a file would become.
   *
   * @param chosen code of a cycle, or {@link VivaPlan#MAKE}, by the name of a period; those left
   *     out are matched by name or by days
   * @param over whether goals that were closed or postponed there are wanted too
   * @throws InvalidInput when it is no such file
   */
  @Transactional(readOnly = true)
  public VivaPlan plan(Caller caller, String text, Map<String, String> chosen, boolean over) {
    access.require(caller, Action.DRAFT_GOAL, null);
    return planning.plan(caller, VivaFile.of(text), chosen, over);
  }

  /** What was made of a file. */
  public record Made(int goals, int keyResults, int checkIns) {}

  /**
   * Writes a file down: all that its plan shows, or nothing.
   *
   * @throws InvalidInput naming the period or the line that is in the way
   */
  @Transactional
  public Made create(Caller caller, String text, Map<String, String> chosen, boolean over) {
    VivaPlan plan = plan(caller, text, chosen, over);
    if (plan.goals().isEmpty()) {
      throw InvalidInput.of("file", "holds no objective that can be taken");
    }
    Round round = new Round(caller, cyclesOf(caller, plan), new HashMap<>(), new HashSet<>());
    Map<String, VivaPlan.PlannedGoal> byId = new LinkedHashMap<>();
    plan.goals().forEach(goal -> byId.put(VivaPlanning.key(goal.row()), goal));
    for (VivaPlan.PlannedGoal goal : plan.goals()) {
      write(round, byId, goal);
    }
    int told =
        (int)
            plan.goals().stream()
                .flatMap(goal -> goal.keyResults().stream())
                .filter(one -> one.told() != null)
                .count();
    return new Made(plan.goals().size(), plan.keyResults(), told);
  }

  /**
   * What one writing down knows.
   *
   * @param cycles by the name of a period
   * @param made ids of goals by Id of the export
   * @param begun Ids that are on their way, so that a circle ends
   */
  private record Round(
      Caller caller, Map<String, Cycle> cycles, Map<String, UUID> made, Set<String> begun) {}

  private @Nullable UUID write(
      Round round, Map<String, VivaPlan.PlannedGoal> byId, VivaPlan.PlannedGoal planned) {
    VivaRow row = planned.row();
    UUID done = round.made().get(VivaPlanning.key(row));
    if (done != null || !round.begun().add(VivaPlanning.key(row))) {
      return done;
    }
    VivaPlan.PlannedGoal above = planned.serves() == null ? null : byId.get(planned.serves());
    UUID serves = above == null ? null : write(round, byId, above);
    Cycle cycle = Objects.requireNonNull(round.cycles().get(row.period()));
    try {
      Goal goal =
          goals.create(
              round.caller(),
              new GoalWords(
                  row.title(),
                  row.description().isEmpty() ? null : row.description(),
                  null,
                  "outcome",
                  null,
                  cycle.code(),
                  planned.unit(),
                  null,
                  planned.owner(),
                  serves,
                  null,
                  row.stretch() ? "stretch" : "committed",
                  null));
      round.made().put(VivaPlanning.key(row), goal.id());
      for (VivaPlan.PlannedKeyResult one : planned.keyResults()) {
        write(round, goal, cycle, one);
      }
      return goal.id();
    } catch (InvalidInput refused) {
      throw atLine(row, refused);
    }
  }

  private void write(Round round, Goal goal, Cycle cycle, VivaPlan.PlannedKeyResult planned) {
    VivaRow row = planned.row();
    boolean levels = !planned.type().equals("binary");
    LocalDate due = row.to() != null && !row.to().isBefore(cycle.from()) ? row.to() : null;
    BigDecimal weight = row.weight() == null || row.weight().signum() <= 0 ? null : row.weight();
    try {
      KeyResult added =
          keyResults.add(
              round.caller(),
              goal.id(),
              new KeyResultWords(
                  planned.name(),
                  null,
                  null,
                  null,
                  null,
                  planned.type(),
                  levels && row.start() != null ? Json.mapper().valueToTree(row.start()) : null,
                  null,
                  levels ? Json.mapper().valueToTree(row.target()) : null,
                  due,
                  weight == null ? null : Json.mapper().valueToTree(weight),
                  null));
      if (planned.told() != null) {
        tell(round.caller(), added, planned);
      }
    } catch (InvalidInput refused) {
      throw atLine(row, refused);
    }
  }

  private void tell(Caller caller, KeyResult added, VivaPlan.PlannedKeyResult planned) {
    VivaRow row = planned.row();
    LocalDate today = workspaces.today();
    LocalDate on =
        row.checkedInOn() == null || row.checkedInOn().isAfter(today) ? today : row.checkedInOn();
    String note =
        row.note().length() > LONGEST_NOTE ? row.note().substring(0, LONGEST_NOTE) : row.note();
    checkIns.record(
        caller,
        added.id(),
        new CheckIns.Words(
            Json.mapper().valueToTree(planned.told()),
            null,
            null,
            null,
            note.isEmpty() ? null : note,
            null,
            on));
  }

  private static InvalidInput atLine(VivaRow row, InvalidInput refused) {
    if (refused.errors().stream().anyMatch(error -> error.field().equals("file"))) {
      return refused;
    }
    return new InvalidInput(
        refused.errors().stream()
            .map(
                error ->
                    new FieldError(
                        "file",
                        "line " + row.line() + ", " + error.field() + ": " + error.reason()))
            .toList());
  }

  private Map<String, Cycle> cyclesOf(Caller caller, VivaPlan plan) {
    Map<String, Cycle> found = new HashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < plan.periods().size(); i++) {
      VivaPlan.Period period = plan.periods().get(i);
      String code = period.cycle();
      if (VivaPlan.MAKE.equals(code) && period.canBeMade()) {
        access.require(caller, Action.CHANGE_CYCLES, null);
        try {
          found.put(
              period.name(),
              cycles.add(
                  caller,
                  new Cycles.NewCycle(null, period.name(), period.from(), period.to(), null)));
        } catch (InvalidInput refused) {
          errors.add(new FieldError("cycle" + i, refused.errors().getFirst().reason()));
        }
      } else if (code != null && cycles.byCode(code).isPresent()) {
        found.put(period.name(), cycles.byCode(code).orElseThrow());
      } else {
        errors.add(new FieldError("cycle" + i, "choose the cycle these goals run in"));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return found;
  }
}
