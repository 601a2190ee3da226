package org.waymark.paste;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.Members;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;

/** What the rows of an export would become here, and which of them cannot be taken. */
@Component
class VivaPlanning {
  private static final int LONGEST_STATEMENT = 2000;
  private static final int LONGEST_NAME = 200;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Cycles cycles;
  private final Members members;
  private final Units units;
  private final Access access;

  VivaPlanning(Cycles cycles, Members members, Units units, Access access) {
    this.cycles = cycles;
    this.members = members;
    this.units = units;
    this.access = access;
  }

  /** What names a row in its file. */
  static String key(VivaRow row) {
    return row.id().isEmpty() ? "line " + row.line() : row.id();
  }

  /**
   * @param chosen code of a cycle, or {@link VivaPlan#MAKE}, by the name of a period
   * @param over whether goals that were closed or postponed are wanted too
   */
  VivaPlan plan(Caller caller, VivaFile file, Map<String, String> chosen, boolean over) {
    List<VivaFile.Refused> refused = new ArrayList<>(file.refused());
    Map<String, VivaRow> objectives = new LinkedHashMap<>();
    Map<String, VivaRow> byId = new LinkedHashMap<>();
    int leftOut = 0;
    for (VivaRow row : file.rows()) {
      String key = key(row);
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
    for (VivaRow row : byId.values()) {
      if (!row.keyResult()) {
        continue;
      }
      if (row.parentId() != null && objectives.containsKey(row.parentId())) {
        measured.computeIfAbsent(row.parentId(), none -> new ArrayList<>()).add(keyResult(row));
      } else {
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
}
