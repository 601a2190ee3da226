package org.waymark.measure.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.waymark.measure.fact.Moment;

/**
 * When a unit works, from a day on.
 *
 * @param zone whose clocks the hours are read from
 * @param week the hours of each day of the week, in their order; a day without any is absent
 * @param closed days on which nobody works, whatever the week says
 * @param from the first local day it is valid
 */
public record Schedule(
    ZoneId zone, Map<DayOfWeek, List<Opening>> week, Set<LocalDate> closed, LocalDate from) {

  public Schedule {
    week = Map.copyOf(week);
    closed = Set.copyOf(closed);
    week.forEach(
        (day, openings) -> {
          for (int i = 1; i < openings.size(); i++) {
            if (openings.get(i).from() < openings.get(i - 1).to()) {
              throw new IllegalArgumentException("the hours of a day follow each other");
            }
          }
        });
  }

  /** A working stretch, in microseconds since 1970; its end is not included. */
  public record Worked(long startUs, long endUs) {}

  /** The microsecond from which it is valid. */
  public long fromUs() {
    return Moment.micros(from.atStartOfDay(zone).toInstant());
  }

  /** The hours of one local day, closed days taken into account. */
  public List<Opening> on(LocalDate day) {
    return closed.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  /** The local day of a microsecond. */
  public LocalDate day(long us) {
    return Moment.instant(us).atZone(zone).toLocalDate();
  }

  /** Every stretch of some local days, both included, in order. */
  void each(LocalDate first, LocalDate last, Consumer<Worked> reader) {
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      for (Opening opening : on(day)) {
        Worked worked = new Worked(opening.startUs(day, zone), opening.endUs(day, zone));
        if (worked.startUs() < worked.endUs()) {
          reader.accept(worked);
        }
      }
    }
  }

  /**
   * How many microseconds of an interval are worked: day by day, stretch by stretch. {@link
   * BusinessClock} says the same quickly.
   */
  public long workedBetween(long startUs, long endUs) {
    if (endUs <= startUs) {
      return 0;
    }
    long[] worked = new long[1];
    each(
        day(startUs),
        day(endUs),
        one ->
            worked[0] +=
                Math.max(0, Math.min(endUs, one.endUs()) - Math.max(startUs, one.startUs())));
    return worked[0];
  }
}
