package org.waymark.firstuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

/** Quarters and years as the organisation counts them. */
class CycleChoiceTest {

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void a_quarter_of_the_calendar_holds_today() {
    CycleChoice quarter = CycleChoice.quarter(day("2026-11-22"), Month.JANUARY);
    assertThat(quarter.from()).isEqualTo(day("2026-10-01"));
    assertThat(quarter.to()).isEqualTo(day("2026-12-31"));
    assertThat(quarter.isNew()).isTrue();
  }

  @Test
  void quarters_and_years_begin_with_the_fiscal_year() {
    CycleChoice quarter = CycleChoice.quarter(day("2027-01-31"), Month.FEBRUARY);
    assertThat(quarter.from()).isEqualTo(day("2026-11-01"));
    assertThat(quarter.to()).isEqualTo(day("2027-01-31"));
    CycleChoice year = CycleChoice.year(day("2027-01-31"), Month.FEBRUARY);
    assertThat(year.from()).isEqualTo(day("2026-02-01"));
    assertThat(year.to()).isEqualTo(day("2027-01-31"));
  }

  @Test
  void ninety_days_begin_today() {
    CycleChoice days = CycleChoice.ninetyDays(day("2026-11-22"));
    assertThat(days.from()).isEqualTo(day("2026-11-22"));
    assertThat(days.to()).isEqualTo(day("2027-02-19"));
  }
}
