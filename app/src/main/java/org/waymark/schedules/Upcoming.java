package org.waymark.schedules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is next by a schedule, so that people see whether it says what they meant.
 *
 * @param day the next day with hours, today included; null when there is none within a year
 * @param hours its stretches
 * @param closed the next days that have hours by the week but on which nobody works
 */
public record Upcoming(@Nullable LocalDate day, List<Week.Stretch> hours, List<Closed> closed) {

  private static final int DAYS = 366;
  private static final int MOST_CLOSED = 3;

  /**
   * A day on which nobody works.
   *
   * @param name why; null when nobody said
   */
  public record Closed(LocalDate day, @Nullable String name) {}

  static Upcoming of(
      WorkSchedule schedule, LocalDate today, HolidayCalendars calendars, Locale locale) {
    LocalDate first = today.isBefore(schedule.from()) ? schedule.from() : today;
    SortedMap<LocalDate, String> names = names(schedule, first, calendars, locale);
    LocalDate open = null;
    List<Closed> closed = new ArrayList<>();
    for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
      if (schedule.week().on(day.getDayOfWeek()).isEmpty()) {
        continue;
      }
      @Nullable String name = names.get(day);
      if (name == null) {
        open = open == null ? day : open;
      } else if (closed.size() < MOST_CLOSED) {
        closed.add(new Closed(day, name.isEmpty() ? null : name));
      }
    }
    return new Upcoming(
        open, open == null ? List.of() : schedule.week().on(open.getDayOfWeek()), closed);
  }

  private static SortedMap<LocalDate, String> names(
      WorkSchedule schedule, LocalDate first, HolidayCalendars calendars, Locale locale) {
    SortedMap<LocalDate, String> names = new TreeMap<>();
    if (schedule.holidays() != null) {
      names.putAll(calendars.of(schedule.holidays(), first.getYear(), locale));
      names.putAll(calendars.of(schedule.holidays(), first.getYear() + 1, locale));
    }
    for (ClosedDay one : schedule.closed()) {
      if (one.day() != null) {
        names.put(one.day(), one.name() == null ? "" : one.name());
      }
    }
    return names;
  }
}
