package org.waymark.measurement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Two periods to compare: unless others are asked for, the latest whole month of which everything
 * is known against the month before it.
 */
public record TwoPeriods(Period before, Period after) {

  /**
   * The latest two of a length that lie wholly within the days that are known; shorter ones where
   * there are no such two, at last the later half of the days against the earlier.
   *
   * @param months 1, 3 or 12
   */
  public static TwoPeriods latest(Period known, int months) {
    YearMonth month = YearMonth.from(known.to().plusDays(1)).minusMonths(1);
    while (month.getMonthValue() % months != 0) {
      month = month.minusMonths(1);
    }
    Period after = ending(month, months);
    Period before = ending(month.minusMonths(months), months);
    if (!before.from().isBefore(known.from())) {
      return new TwoPeriods(before, after);
    }
    if (months > 1) {
      return latest(known, months == 12 ? 3 : 1);
    }
    long half = Math.max(1, known.days() / 2);
    Period later = new Period(known.to().minusDays(half - 1), known.to());
    return new TwoPeriods(precedingOf(later), later);
  }

  /** Whole months before whole months, else as many days right before. */
  public static Period precedingOf(Period after) {
    LocalDate from = after.from();
    LocalDate next = after.to().plusDays(1);
    if (from.getDayOfMonth() == 1 && next.getDayOfMonth() == 1) {
      return new Period(from.minusMonths(ChronoUnit.MONTHS.between(from, next)), from.minusDays(1));
    }
    return new Period(from.minusDays(after.days()), from.minusDays(1));
  }

  private static Period ending(YearMonth last, int months) {
    return new Period(last.minusMonths(months - 1L).atDay(1), last.atEndOfMonth());
  }
}
