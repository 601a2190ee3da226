package org.waymark.measurement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Into which periods a reading cuts its days. Weeks start where the workspace says; months,
 * quarters and years are those of the calendar; {@link #ALL} is one period. The first and the last
 * period are clipped to the days asked for.
 */
public enum Per {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR,
  ALL;

  /** The word used in addresses and on pages: {@code day}, {@code week} and so on. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Per> ofWord(String word) {
    for (Per per : values()) {
      if (per.word().equals(word)) {
        return Optional.of(per);
      }
    }
    return Optional.empty();
  }

  /** The periods of {@code whole}, in order, without gap or overlap, the ends clipped to it. */
  public List<Period> split(Period whole, DayOfWeek weekStart) {
    List<Period> periods = new ArrayList<>();
    LocalDate from = whole.from();
    while (true) {
      LocalDate last = lastDay(from, whole.to(), weekStart);
      if (!last.isBefore(whole.to())) {
        periods.add(new Period(from, whole.to()));
        return periods;
      }
      periods.add(new Period(from, last));
      from = last.plusDays(1);
    }
  }

  /** An upper bound of how many periods {@link #split} makes, without making them. */
  long atMost(Period whole) {
    long days = whole.days();
    return switch (this) {
      case DAY -> days;
      case WEEK -> days / 7 + 2;
      case MONTH -> days / 28 + 2;
      case QUARTER -> days / 90 + 2;
      case YEAR -> days / 365 + 2;
      case ALL -> 1;
    };
  }

  private LocalDate lastDay(LocalDate day, LocalDate end, DayOfWeek weekStart) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.nextOrSame(weekStart.minus(1)));
      case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
      case QUARTER ->
          day.withDayOfMonth(1)
              .withMonth((day.getMonthValue() - 1) / 3 * 3 + 3)
              .with(TemporalAdjusters.lastDayOfMonth());
      case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
      case ALL -> end;
    };
  }
}
