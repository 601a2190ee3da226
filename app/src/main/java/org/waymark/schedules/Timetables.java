package org.waymark.schedules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.measure.clock.BusinessClock;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.clock.Schedule;
import org.waymark.measure.fact.Moment;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.UnitVersion;
import org.waymark.people.Units;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Workspaces;

/**
 * Which schedule times what: for each unit and moment its own, or that of the nearest unit above it
 * that has one, as the tree stood then; or else the one for everything.
 */
@Component
public class Timetables {

  /** Holidays are known until the end of this year. */
  static final int HOLIDAYS_UNTIL = 2060;

  /** Clocks kept ready; one of an office takes some hundred kilobytes. */
  private static final int MOST_CLOCKS = 200;

  private final ScheduleTable table;
  private final Units units;
  private final Workspaces workspaces;
  private final HolidayCalendars calendars;
  private final Map<ScheduleRow, BusinessClock> clocks =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ScheduleRow, BusinessClock> eldest) {
              return size() > MOST_CLOCKS;
            }
          });

  Timetables(ScheduleTable table, Units units, Workspaces workspaces, HolidayCalendars calendars) {
    this.table = table;
    this.units = units;
    this.workspaces = workspaces;
    this.calendars = calendars;
  }

  /** A schedule that applies from a moment on. */
  private record Valid(int number, BusinessClock clock) {}

  /** What holds in the bound workspace. */
  @Transactional(readOnly = true)
  public Timetable current() {
    List<ScheduleRow> rows = table.all();
    if (rows.isEmpty()) {
      return Timetable.NONE;
    }
    Map<Integer, BusinessClock> byNumber = new TreeMap<>();
    Map<@Nullable UUID, NavigableMap<Long, Valid>> byUnit = new java.util.HashMap<>();
    for (ScheduleRow row : rows) {
      BusinessClock clock = clocks.computeIfAbsent(row, one -> new BusinessClock(schedule(one)));
      byNumber.put(row.number(), clock);
      byUnit
          .computeIfAbsent(row.unit(), first -> new TreeMap<>())
          .put(clock.schedule().fromUs(), new Valid(row.number(), clock));
    }
    Hours hours = hours(byNumber, byUnit);
    return new Timetable(name(hours), hours);
  }

  /** The schedule as the clock takes it, with all its holidays. */
  Schedule schedule(ScheduleRow row) {
    Set<LocalDate> closed =
        new HashSet<>(calendars.days(row.holidays(), row.from().getYear(), HOLIDAYS_UNTIL));
    row.closed().forEach(one -> closed.add(Objects.requireNonNull(one.day())));
    return new Schedule(row.zone(), row.week().openings(new Fields()), closed, row.from());
  }

  private Hours hours(
      Map<Integer, BusinessClock> byNumber, Map<@Nullable UUID, NavigableMap<Long, Valid>> byUnit) {
    NavigableMap<Long, UnitTree> trees = trees();
    TreeSet<Long> changes = new TreeSet<>(trees.keySet());
    byUnit.values().forEach(its -> changes.addAll(its.keySet()));
    List<Hours.Since> others = new ArrayList<>();
    Map<Integer, List<Hours.Since>> units = new TreeMap<>();
    for (long change : changes) {
      int everybody = valid(byUnit.get(null), change);
      append(others, change, everybody);
      UnitTree tree = Objects.requireNonNull(trees.floorEntry(change)).getValue();
      for (Unit unit : tree.all()) {
        append(
            units.computeIfAbsent(unit.number(), first -> new ArrayList<>()),
            change,
            nearest(tree.pathTo(unit), byUnit, change, everybody));
      }
    }
    units.values().removeIf(others::equals);
    return new Hours(byNumber, units, others);
  }

  private static int nearest(
      List<Unit> path,
      Map<@Nullable UUID, NavigableMap<Long, Valid>> byUnit,
      long at,
      int everybody) {
    for (Unit unit : path.reversed()) {
      int own = valid(byUnit.get(unit.id()), at);
      if (own != Hours.UNKNOWN) {
        return own;
      }
    }
    return everybody;
  }

  private static int valid(@Nullable NavigableMap<Long, Valid> its, long at) {
    Map.@Nullable Entry<Long, Valid> entry = its == null ? null : its.floorEntry(at);
    return entry == null ? Hours.UNKNOWN : entry.getValue().number();
  }

  private static void append(List<Hours.Since> list, long from, int schedule) {
    int before = list.isEmpty() ? Hours.UNKNOWN : list.getLast().schedule();
    if (schedule != before) {
      list.add(new Hours.Since(from, schedule));
    }
  }

  /** The tree of units by the microsecond from which it stood so. */
  private NavigableMap<Long, UnitTree> trees() {
    ZoneId zone = workspaces.current().zone();
    NavigableMap<Long, UnitTree> trees = new TreeMap<>();
    units
        .everyTree()
        .forEach(
            (day, tree) ->
                trees.put(
                    day.equals(UnitVersion.ALWAYS)
                        ? Long.MIN_VALUE
                        : Moment.micros(day.atStartOfDay(zone).toInstant()),
                    tree));
    return trees;
  }

  /** A digest of everything a number can depend on. */
  private static String name(Hours hours) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(hours.clocks())
        .forEach(
            (number, clock) -> {
              Schedule schedule = clock.schedule();
              text.append(number).append(' ').append(schedule.zone()).append(' ');
              text.append(schedule.from()).append(' ').append(new TreeMap<>(schedule.week()));
              text.append(new TreeSet<>(schedule.closed())).append('\n');
            });
    text.append(new TreeMap<>(hours.units())).append(hours.others());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
