package org.waymark.coach;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns named days into dates where the text, or the cycle it runs in, says which year is meant.
 */
final class Calendar {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final @Nullable Period period;
  private final Month fiscalYearStart;

  Calendar(@Nullable Period period, Month fiscalYearStart) {
    this.period = period;
    this.fiscalYearStart = fiscalYearStart;
  }

  /**
   * A day that three numbers name.
   *
   * @param day null where day and month could be either way round
   */
  record Written(@Nullable LocalDate day) {}

  /** Three numbers as a date: year first, or day and month in the only order that is possible. */
  Optional<Written> of(String one, String two, String three) {
    @Nullable Integer a = number(one);
    @Nullable Integer b = number(two);
    @Nullable Integer c = number(three);
    if (a == null || b == null || c == null) {
      return Optional.empty();
    }
    if (a > 31) {
      return day(a, b, c).map(Written::new);
    }
    int year = c < 100 ? 2000 + c : c;
    boolean eitherWay = a <= 12 && b <= 12 && !a.equals(b);
    Optional<LocalDate> day = a > 12 ? day(year, b, a) : day(year, a, b);
    return day.map(found -> new Written(eitherWay ? null : found));
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return year < 1900 || year > 2999
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** A year between 1900 and 2999 written with four digits, or null. */
  @Nullable Integer year(String digits) {
    @Nullable Integer year = digits.length() == 4 ? number(digits) : null;
    return year == null || year < 1900 || year > 2999 ? null : year;
  }

  private static @Nullable Integer number(String digits) {
    if (digits.isEmpty()
        || digits.length() > 4
        || !digits.chars().allMatch(one -> one >= '0' && one <= '9')) {
      return null;
    }
    return Integer.valueOf(digits);
  }

  /** A day of a month, or its last day; null when neither text nor cycle says the year. */
  @Nullable LocalDate month(String name, @Nullable String day, @Nullable String year) {
    int month = MONTHS.indexOf(name.substring(0, 3)) + 1;
    if (month == 0) {
      return null;
    }
    @Nullable Integer number = day == null ? null : number(day);
    if (year != null) {
      return date(Integer.parseInt(year), month, number);
    }
    if (period == null) {
      return null;
    }
    @Nullable LocalDate same = date(period.from().getYear(), month, number);
    return same != null && same.isBefore(period.from())
        ? date(period.from().getYear() + 1, month, number)
        : same;
  }

  private static @Nullable LocalDate date(int year, int month, @Nullable Integer day) {
    return day == null
        ? YearMonth.of(year, month).atEndOfMonth()
        : day(year, month, day).orElse(null);
  }

  /** The last day of a quarter or a half of a fiscal year that is named by the year it ends in. */
  @Nullable LocalDate part(int quarter, int half, @Nullable Integer year) {
    int months = quarter > 0 ? 3 * quarter : 6 * half;
    boolean calendarYear = fiscalYearStart == Month.JANUARY;
    if (year == null && period == null) {
      return null;
    }
    int named = year != null ? year : fiscalYearOf(java.util.Objects.requireNonNull(period).from());
    YearMonth first = YearMonth.of(calendarYear ? named : named - 1, fiscalYearStart);
    return first.plusMonths(months - 1L).atEndOfMonth();
  }

  private int fiscalYearOf(LocalDate day) {
    boolean begun = day.getMonthValue() >= fiscalYearStart.getValue();
    return fiscalYearStart == Month.JANUARY || !begun ? day.getYear() : day.getYear() + 1;
  }

  /** The end of "this" year, quarter or cycle, as the cycle has it. */
  @Nullable LocalDate endOfPeriod(String name) {
    if (period == null) {
      return null;
    }
    return switch (name) {
      case "cycle", "period", "quarter", "semester", "season", "half year" -> period.to();
      case "year", "calendar year" -> LocalDate.of(period.to().getYear(), 12, 31);
      case "month" -> YearMonth.from(period.to()).atEndOfMonth();
      default -> null;
    };
  }
}
