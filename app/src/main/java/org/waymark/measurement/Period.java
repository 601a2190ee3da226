package org.waymark.measurement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** A stretch of whole local days in the workspace's zone, both ends included; never empty. */
public record Period(LocalDate from, LocalDate to) {

  /** The first and the last day that a reading may name: four-digit years, as ISO 8601 has them. */
  public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  public Period {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A period ends before it starts: " + from + " to " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Number of days, both ends included. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
