package org.waymark.schedules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Outbox;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Turns;

/**
 * When the units of the bound workspace work. New hours are a new schedule from a day on; the one
 * before stays for what started under it. Changing a schedule itself corrects what was said
 * wrongly, and with it the numbers of everything it times.
 */
@Component
@Transactional
public class Schedules {

  /** Announced after every change. */
  public static final String CHANGED = "SchedulesChanged";

  /** Most own closed days of one schedule. */
  public static final int MOST_CLOSED = 400;

  private final ScheduleTable table;
  private final Units units;
  private final HolidayCalendars calendars;
  private final Turns turns;
  private final Audit audit;
  private final Outbox outbox;
  private final Clock clock;

  Schedules(
      ScheduleTable table,
      Units units,
      HolidayCalendars calendars,
      Turns turns,
      Audit audit,
      Outbox outbox,
      Clock clock) {
    this.table = table;
    this.units = units;
    this.calendars = calendars;
    this.turns = turns;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What is wanted of a schedule.
   *
   * @param unit code of the unit; absent for everything that has no schedule of its own
   * @param from first local day on which it is valid
   * @param holidays code of a calendar of holidays; absent for none
   * @param closed own days on which nobody works; absent for none
   */
  public record NewSchedule(
      @Nullable String unit,
      @Nullable LocalDate from,
      @Nullable String zone,
      @Nullable Week week,
      @Nullable String holidays,
      @Nullable List<ClosedDay> closed) {}

  /** Announced in the outbox; which schedule it was is its subject. */
  public record Changed(UUID schedule) {}

  /** All of them, those for everything first, the earliest of each unit first. */
  @Transactional(readOnly = true)
  public List<WorkSchedule> all() {
    UnitTree tree = units.tree();
    return table.all().stream().map(row -> row.shown(tree)).toList();
  }

  /**
   * The schedule with this id.
   *
   * @throws NotFound when the workspace has none such
   */
  @Transactional(readOnly = true)
  public WorkSchedule get(UUID id) {
    return row(id).shown(units.tree());
  }

  /** What is next by a schedule. */
  @Transactional(readOnly = true)
  public Upcoming upcoming(WorkSchedule schedule, Locale locale) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), schedule.zone());
    return Upcoming.of(schedule, today, calendars, locale);
  }

  /**
   * Says when a unit works from a day on.
   *
   * @throws InvalidInput naming each field that is wrong: no such unit, zone or calendar, hours
   *     that overlap, a day from which the unit has a schedule already
   */
  public WorkSchedule add(Actor by, NewSchedule wanted) {
    turns.take("schedules");
    List<ScheduleRow> all = table.all();
    int number = all.stream().mapToInt(ScheduleRow::number).max().orElse(0) + 1;
    ScheduleRow row = checked(all, Ids.next(), number, wanted, 1);
    table.insert(row);
    WorkSchedule added = row.shown(units.tree());
    told(by, "schedule.added", row.id(), null, added);
    return added;
  }

  /**
   * Replaces a schedule as a whole, if nobody else was first.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict when it has changed since
   * @throws InvalidInput as {@link #add}
   */
  public WorkSchedule replace(Actor by, UUID id, NewSchedule wanted, int version) {
    turns.take("schedules");
    ScheduleRow before = unchangedSince(id, version);
    ScheduleRow row = checked(table.all(), id, before.number(), wanted, version + 1);
    table.update(row);
    UnitTree tree = units.tree();
    told(by, "schedule.changed", id, before.shown(tree), row.shown(tree));
    return row.shown(tree);
  }

  /**
   * Takes a schedule away; what it timed is timed by the one before, or by that of the unit above.
   *
   * @throws NotFound when there is none such
   */
  public void remove(Actor by, UUID id) {
    turns.take("schedules");
    ScheduleRow before = row(id);
    table.delete(id);
    told(by, "schedule.removed", id, before.shown(units.tree()), null);
  }

  private void told(
      Actor by,
      String action,
      UUID id,
      @Nullable WorkSchedule before,
      @Nullable WorkSchedule after) {
    audit.record(by, action, "schedule", id.toString(), before, after);
    outbox.publish(CHANGED, id.toString(), new Changed(id));
  }

  private ScheduleRow checked(
      List<ScheduleRow> all, UUID id, int number, NewSchedule wanted, int version) {
    Fields fields = new Fields();
    UUID unit = unit(fields, wanted.unit());
    LocalDate from = fields.day("from", wanted.from());
    ZoneId zone = fields.zone("zone", wanted.zone());
    Week week = Week.of(java.util.Map.of());
    if (wanted.week() == null) {
      fields.refuse("week", "give the hours of at least one day");
    } else {
      week = wanted.week().checked(fields);
    }
    String holidays = wanted.holidays() == null ? "" : wanted.holidays().strip();
    if (!holidays.isEmpty() && !calendars.knows(holidays)) {
      fields.refuse(
          "holidays",
          "there is no calendar " + holidays + ": GET /api/v1/holiday-calendars lists them");
    }
    List<ClosedDay> closed = closed(fields, wanted.closed() == null ? List.of() : wanted.closed());
    if (all.stream()
        .anyMatch(
            one ->
                !one.id().equals(id)
                    && Objects.equals(one.unit(), unit)
                    && one.from().equals(from))) {
      fields.refuse("from", "there are hours from this day already: change those");
    }
    fields.check();
    return new ScheduleRow(
        id, number, unit, from, zone, week, holidays.isEmpty() ? null : holidays, closed, version);
  }

  private @Nullable UUID unit(Fields fields, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    UUID unit = units.tree().byCode(code).map(Unit::id).orElse(null);
    if (unit == null) {
      fields.refuse("unit", "there is no unit with the code " + code.strip());
    }
    return unit;
  }

  private static List<ClosedDay> closed(Fields fields, List<ClosedDay> wanted) {
    if (wanted.size() > MOST_CLOSED) {
      fields.refuse("closed", "has more than " + MOST_CLOSED + " days");
      return List.of();
    }
    List<ClosedDay> closed = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      String place = "closed[" + i + "]";
      LocalDate day = fields.day(place + ".day", wanted.get(i).day());
      if (!seen.add(day)) {
        fields.refuse(place + ".day", day + " is there twice");
      }
      String name = wanted.get(i).name();
      closed.add(
          new ClosedDay(
              day, name == null || name.isBlank() ? null : fields.name(place + ".name", name)));
    }
    return closed.stream()
        .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.day())))
        .toList();
  }

  private ScheduleRow unchangedSince(UUID id, int version) {
    ScheduleRow row = row(id);
    if (row.version() != version) {
      throw new Conflict(
          "The hours were changed by someone else since you read them.", row.shown(units.tree()));
    }
    return row;
  }

  private ScheduleRow row(UUID id) {
    return table.byId(id).orElseThrow(() -> new NotFound("schedule"));
  }
}
