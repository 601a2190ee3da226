package org.waymark.goals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a goal is looked at together.
 *
 * @param first the first of them
 * @param every how often it comes back; absent when it does not
 */
public record ReviewSeries(LocalDate first, @Nullable Repeat every) {

  /** The first day of the series after another day; null when there is none. */
  public @Nullable LocalDate after(LocalDate day) {
    if (day.isBefore(first)) {
      return first;
    }
    if (every == null) {
      return null;
    }
    long times = times(every, day);
    LocalDate found = every.nth(first, times);
    while (!found.isAfter(day)) {
      found = every.nth(first, ++times);
    }
    return found;
  }

  /** The last day of the series up to a day, that day included; null when there is none yet. */
  public @Nullable LocalDate upTo(LocalDate day) {
    if (day.isBefore(first)) {
      return null;
    }
    if (every == null) {
      return first;
    }
    long times = times(every, day) + 2;
    LocalDate found = every.nth(first, times);
    while (found.isAfter(day)) {
      found = every.nth(first, --times);
    }
    return found;
  }

  /** One less than how often it has come back by a day, counted in whole units; never below 0. */
  private long times(Repeat repeat, LocalDate day) {
    long whole =
        switch (repeat.unit()) {
          case D -> ChronoUnit.DAYS.between(first, day);
          case W -> ChronoUnit.WEEKS.between(first, day);
          case M -> ChronoUnit.MONTHS.between(first, day);
        };
    return Math.max(0, whole / repeat.count() - 1);
  }
}
