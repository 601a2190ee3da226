package org.waymark.measure.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * An instant together with the day it fell on for the organisation. The day is fixed when the fact
 * is taken in, so no time zone is ever needed to measure.
 *
 * @param us microseconds since 1970-01-01T00:00:00Z
 * @param day the local day in the workspace's zone
 */
public record Moment(long us, LocalDate day) {

  static final long DAY_US = 86_400_000_000L;

  /** The moment of an instant in a zone; anything finer than a microsecond is cut off. */
  public static Moment of(Instant instant, ZoneId zone) {
    int offset = zone.getRules().getOffset(instant).getTotalSeconds();
    long day = Math.floorDiv(instant.getEpochSecond() + offset, DAY_US / 1_000_000);
    return new Moment(micros(instant), LocalDate.ofEpochDay(day));
  }

  /** Microseconds since 1970-01-01T00:00:00Z, cut off towards the past. */
  public static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
  }

  /** The instant of microseconds since 1970-01-01T00:00:00Z. */
  public static Instant instant(long us) {
    return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
  }

  /** This moment as an instant. */
  public Instant instant() {
    return instant(us);
  }

  /** The date in UTC, by which facts are filed. */
  public LocalDate utcDate() {
    return LocalDate.ofEpochDay(Math.floorDiv(us, DAY_US));
  }
}
