package org.waymark.measure.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Moment;

/**
 * A stretch of a working day, in minutes of the local day.
 *
 * @param from first minute, 0 to 1439
 * @param to the minute at which it ends, up to 1440, which is midnight (24:00)
 */
public record Opening(int from, int to) {

  /** Minutes of a day without a change of clocks. */
  public static final int DAY = 24 * 60;

  public Opening {
    if (from < 0 || to > DAY || from >= to) {
      throw new IllegalArgumentException("hours run from an earlier to a later time of one day");
    }
  }

  /**
   * Two times such as 09:00 and 17:30; 24:00 ends a day.
   *
   * @throws IllegalArgumentException when they are no times, or do not follow each other
   */
  public static Opening of(String from, String to) {
    return new Opening(minute(from), minute(to));
  }

  /**
   * The minute of the day of a time such as 09:00.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static int minute(String time) {
    if (!time.matches("([01]\\d|2[0-3]):[0-5]\\d|24:00")) {
      throw new IllegalArgumentException("not a time such as 09:00: " + time);
    }
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  /** A minute of the day as 09:00. */
  public static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  long startUs(LocalDate day, ZoneId zone) {
    return us(day, from, zone);
  }

  long endUs(LocalDate day, ZoneId zone) {
    return us(day, to, zone);
  }

  /**
   * The microsecond at which clocks in a zone first show a time. A time that is skipped when clocks
   * go forward is the moment at which they do; so what ends where another begins never overlaps it.
   */
  private static long us(LocalDate day, int minute, ZoneId zone) {
    LocalDateTime local =
        minute == DAY
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(LocalTime.ofSecondOfDay(minute * 60L));
    @Nullable ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return Moment.micros(
        change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant());
  }
}
