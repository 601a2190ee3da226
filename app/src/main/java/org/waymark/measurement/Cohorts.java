package org.waymark.measurement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * The periods by whose first visit customers are told apart: as long as those of the answer, months
 * where it has days or one whole.
 */
final class Cohorts {

  private Cohorts() {}

  private static Per length(Per per) {
    return switch (per) {
      case DAY, ALL -> Per.MONTH;
      case WEEK, MONTH, QUARTER, YEAR -> per;
    };
  }

  /**
   * All that end by the last day, from the period of the first day on; whole ones, so that a cohort
   * is the same whoever asks.
   */
  static List<Period> of(Per per, LocalDate first, LocalDate last, DayOfWeek weekStart) {
    LocalDate from = begins(length(per), first, weekStart);
    LocalDate to = begins(length(per), last.plusDays(1), weekStart).minusDays(1);
    return from.isAfter(to) ? List.of() : length(per).split(new Period(from, to), weekStart);
  }

  private static LocalDate begins(Per per, LocalDate day, DayOfWeek weekStart) {
    return switch (per) {
      case DAY, ALL -> day;
      case WEEK -> day.with(java.time.temporal.TemporalAdjusters.previousOrSame(weekStart));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /**
   * Weeks are named by their first day, others like {@code 2026-03}, {@code 2026-Q1} and {@code
   * 2026}.
   */
  static String name(Per per, LocalDate first) {
    return switch (length(per)) {
      case DAY, ALL, WEEK -> first.toString();
      case MONTH -> first.toString().substring(0, 7);
      case QUARTER -> first.getYear() + "-Q" + (first.getMonthValue() + 2) / 3;
      case YEAR -> Integer.toString(first.getYear());
    };
  }
}
