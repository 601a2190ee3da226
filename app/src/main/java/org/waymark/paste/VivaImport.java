package org.waymark.paste;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.waymark.people.Members;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.workspace.Cursor;
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
  private static final int LONGEST_STATEMENT = 2000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 1000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Goals goals;
  private final KeyResults keyResults;
  private final CheckIns checkIns;
  private final Cycles cycles;
  private final Members members;
  private final Units units;
  private final Workspaces workspaces;
  private final Access access;

  VivaImport(
      Goals goals,
      KeyResults keyResults,
      CheckIns checkIns,
      Cycles cycles,
      Members members,
      Units units,
      Workspaces workspaces,
      Access access) {
    this.goals = goals;
    this.keyResults = keyResults;
    this.checkIns = checkIns;
    this.cycles = cycles;
    this.members = members;
    this.units = units;
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
    VivaFile file = VivaFile.of(text);
    List<VivaFile.Refused> refused = new ArrayList<>(file.refused());
    Map<String, VivaRow> objectives = new LinkedHashMap<>();
    Map<String, VivaRow> byId = new HashMap<>();
    int leftOut = 0;
    for (VivaRow row : file.rows()) {
      String key = row.id().isEmpty() ? "line " + row.line() : row.id();
      String odd = odd(row, byId.containsKey(key));
      if (odd != null) {
        refused.add(new VivaFile.Refused(row.line(), row.cells(), odd));
      } else if (row.over() && !over) {
        leftOut++;
      } else {
        byId.put(key, row);
        if (row.objective()) {
          objectives.put(key, row);
        }
      }
    }
    Map<String, List<VivaPlan.PlannedKeyResult>> measured = new HashMap<>();
    for (VivaRow row : file.rows()) {
      boolean taken = byId.containsValue(row) && row.keyResult();
      if (taken && row.parentId() != null && objectives.containsKey(row.parentId())) {
        measured.computeIfAbsent(row.parentId(), none -> new ArrayList<>()).add(keyResult(row));
      } else if (taken) {
        refused.add(new VivaFile.Refused(row.line(), row.cells(), orphan(row)));
      }
    }
    People people = new People(Cursor.everything("members", members::list));
    UnitTree tree = units.tree();
    List<VivaPlan.PlannedGoal> planned =
        objectives.entrySet().stream()
            .map(
                one ->
                    goal(
                        one.getValue(),
                        people,
                        tree,
                        byId,
                        objectives,
                        measured.getOrDefault(one.getKey(), List.of())))
            .toList();
    refused.sort(Comparator.comparingInt(VivaFile.Refused::line));
    return new VivaPlan(
        planned, periods(caller, objectives, chosen), file.header(), refused, leftOut);
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
    plan.goals().forEach(goal -> byId.put(key(goal.row()), goal));
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
    UUID done = round.made().get(key(row));
    if (done != null || !round.begun().add(key(row))) {
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
      round.made().put(key(row), goal.id());
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

  private static String key(VivaRow row) {
    return row.id().isEmpty() ? "line " + row.line() : row.id();
  }

  /** Why a row cannot be taken; null when it can. */
  private static @Nullable String odd(VivaRow row, boolean twice) {
    if (twice) {
      return "has the Id " + row.id() + ", which another line has too";
    }
    if (!row.objective() && !row.keyResult()) {
      return "is a "
          + row.type()
          + ", neither an objective nor a key result; write it down as a step of its goal";
    }
    if (row.objective() && row.title().length() > LONGEST_STATEMENT) {
      return "has a title of " + row.title().length() + " characters; a goal takes 2000";
    }
    if (row.title().chars().anyMatch(Character::isISOControl) && row.keyResult()) {
      return "has a title over several lines; a key result takes one";
    }
    return row.from() != null && row.to() != null && row.to().isBefore(row.from())
        ? "ends on " + row.to() + ", before it starts on " + row.from()
        : null;
  }

  private static String orphan(VivaRow row) {
    return row.parentId() == null
        ? "is aligned to no objective; a key result belongs to one"
        : "is aligned to "
            + row.parentId()
            + ", which is no objective that is taken from this file";
  }

  private static VivaPlan.PlannedKeyResult keyResult(VivaRow row) {
    List<Note> notes = new ArrayList<>();
    BigDecimal from = row.start();
    BigDecimal to = row.target();
    String type =
        to == null
            ? "binary"
            : from == null || from.compareTo(to) == 0
                ? "threshold"
                : to.compareTo(from) > 0 ? "increase" : "decrease";
    if (to == null) {
      notes.add(Note.of("done-or-not"));
    }
    @Nullable BigDecimal told = row.told();
    if (type.equals("binary")) {
      told = null;
    } else if (told == null && row.progress() != null && from != null && to != null) {
      told =
          from.add(
                  to.subtract(from)
                      .multiply(row.progress())
                      .divide(HUNDRED, 6, RoundingMode.HALF_EVEN))
              .stripTrailingZeros();
      told = told.scale() < 0 ? told.setScale(0) : told;
      notes.add(Note.of("viva-progress", row.progress().toPlainString(), told.toPlainString()));
    }
    String name = row.title();
    if (name.length() > LONGEST_NAME) {
      name = name.substring(0, LONGEST_NAME - 1) + "…";
      notes.add(Note.of("viva-cut"));
    }
    return new VivaPlan.PlannedKeyResult(row, name, type, told, notes);
  }

  private VivaPlan.PlannedGoal goal(
      VivaRow row,
      People people,
      UnitTree tree,
      Map<String, VivaRow> byId,
      Map<String, VivaRow> objectives,
      List<VivaPlan.PlannedKeyResult> measured) {
    List<Note> notes = new ArrayList<>();
    @Nullable String owner = null;
    for (String named : row.owners()) {
      @Nullable String member = people.called(named).orElse(null);
      if (member == null) {
        notes.add(Note.of("owner-unknown", named));
      } else if (owner == null) {
        owner = member;
      } else {
        notes.add(Note.of("viva-owner-further", named));
      }
    }
    @Nullable String unit = null;
    for (String team : row.teams()) {
      @Nullable String code = tree.byCodeOrName(team).map(Unit::code).orElse(null);
      if (code == null) {
        notes.add(Note.of("viva-team", team));
      } else if (unit == null) {
        unit = code;
      }
    }
    @Nullable String serves = row.parentId();
    VivaRow above = serves == null ? null : byId.get(serves);
    if (above != null && above.keyResult()) {
      serves = above.parentId(); // aligned to a key result: it serves the objective of that
    }
    if (serves != null && !objectives.containsKey(serves)) {
      notes.add(Note.of("viva-parent", serves));
      serves = null;
    }
    if (measured.isEmpty()) {
      notes.add(Note.of("unmeasured"));
    }
    return new VivaPlan.PlannedGoal(row, owner, unit, serves, measured, notes);
  }

  private List<VivaPlan.Period> periods(
      Caller caller, Map<String, VivaRow> objectives, Map<String, String> chosen) {
    List<Cycle> all = Cursor.everything("cycles", cycles::list);
    Map<String, List<VivaRow>> byPeriod = new LinkedHashMap<>();
    objectives
        .values()
        .forEach(row -> byPeriod.computeIfAbsent(row.period(), none -> new ArrayList<>()).add(row));
    List<VivaPlan.Period> periods = new ArrayList<>();
    byPeriod.forEach(
        (name, rows) -> {
          LocalDate from =
              rows.stream()
                  .map(VivaRow::from)
                  .filter(Objects::nonNull)
                  .min(Comparator.naturalOrder())
                  .orElse(null);
          LocalDate to =
              rows.stream()
                  .map(VivaRow::to)
                  .filter(Objects::nonNull)
                  .max(Comparator.naturalOrder())
                  .orElse(null);
          VivaPlan.Period open = new VivaPlan.Period(name, from, to, null);
          String cycle = chosen.get(name);
          if (cycle == null || cycle.isBlank()) {
            cycle =
                all.stream()
                    .filter(
                        one ->
                            one.name().equalsIgnoreCase(name)
                                || one.code().equals(name.toLowerCase(Locale.ROOT))
                                || (one.from().equals(from) && one.to().equals(to)))
                    .map(Cycle::code)
                    .findFirst()
                    .orElse(
                        open.canBeMade() && access.can(caller, Action.CHANGE_CYCLES, null)
                            ? VivaPlan.MAKE
                            : null);
          }
          periods.add(new VivaPlan.Period(name, from, to, cycle));
        });
    return periods;
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
