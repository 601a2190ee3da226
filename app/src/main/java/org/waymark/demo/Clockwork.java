package org.waymark.demo;

import java.time.LocalDate;

/**
 * Moments of the story as seconds of local time since 1970, which is quick to reckon with. All of
 * them lie between 7 and 23 o'clock, where no zone sets its clocks.
 */
final class Clockwork {
  static final long DAY = 86_400;
  static final long HOUR = 3_600;
  static final long MINUTE = 60;
  private static final long OPENS = 7 * HOUR;
  private static final long CLOSES = 21 * HOUR;

  private Clockwork() {}

  static long at(LocalDate day, double hour) {
    return day.toEpochDay() * DAY + (long) (hour * HOUR);
  }

  static LocalDate day(long moment) {
    return LocalDate.ofEpochDay(Math.floorDiv(moment, DAY));
  }

  /** The same moment, or the first after it at which somebody works. */
  static long atWork(long moment) {
    long ofDay = Math.floorMod(moment, DAY);
    if (ofDay < OPENS) {
      return moment - ofDay + OPENS + ofDay % HOUR;
    }
    if (ofDay >= CLOSES) {
      return moment - ofDay + DAY + OPENS + ofDay % HOUR;
    }
    return moment;
  }

  /** As files have it, such as 2026-03-06T16:30:00. */
  static String text(long moment) {
    long ofDay = Math.floorMod(moment, DAY);
    char[] clock = {'T', '0', '0', ':', '0', '0', ':', '0', '0'};
    two(clock, 1, ofDay / HOUR);
    two(clock, 4, ofDay / MINUTE % 60);
    two(clock, 7, ofDay % 60);
    return day(moment) + new String(clock);
  }

  private static void two(char[] text, int at, long number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }
}
