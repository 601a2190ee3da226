package org.waymark.firstuse;

import java.time.LocalDate;
import java.time.Month;

/**
 * A cycle a first goal can run in.
 *
 * @param code of one that exists, or {@code +quarter}, {@code +year}, {@code +90} for one that is
 *     made with the goal
 * @param name of one that exists; empty for one to be made
 */
public record CycleChoice(String code, String name, LocalDate from, LocalDate to) {
  static final String QUARTER = "+quarter";
  static final String YEAR = "+year";
  static final String NINETY = "+90";

  static CycleChoice quarter(LocalDate today, Month fiscalYearStart) {
    int months = Math.floorMod(today.getMonthValue() - fiscalYearStart.getValue(), 12) % 3;
    LocalDate from = today.withDayOfMonth(1).minusMonths(months);
    return new CycleChoice(QUARTER, "", from, from.plusMonths(3).minusDays(1));
  }

  static CycleChoice year(LocalDate today, Month fiscalYearStart) {
    int months = Math.floorMod(today.getMonthValue() - fiscalYearStart.getValue(), 12);
    LocalDate from = today.withDayOfMonth(1).minusMonths(months);
    return new CycleChoice(YEAR, "", from, from.plusYears(1).minusDays(1));
  }

  static CycleChoice ninetyDays(LocalDate today) {
    return new CycleChoice(NINETY, "", today, today.plusDays(89));
  }

  /** Whether it is made together with the goal. */
  public boolean isNew() {
    return code.startsWith("+");
  }
}
