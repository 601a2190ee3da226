package org.waymark.workspace;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named period in which goals run: a year, a quarter, any 90 days.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive, never before {@code from}
 * @param within code of the cycle that contains this one wholly; null at the top
 */
public record Cycle(
    UUID id,
    String code,
    String name,
    LocalDate from,
    LocalDate to,
    @Nullable String within,
    int version) {

  public Cycle {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a cycle ends on or after the day it starts");
    }
  }

  /** Whether the day lies in this cycle, its first and last day included. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
