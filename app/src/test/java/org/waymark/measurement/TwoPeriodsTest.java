package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TwoPeriodsTest {
  private static Period days(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void the_latest_whole_month_and_the_one_before() {
    TwoPeriods two = TwoPeriods.latest(days("2016-03-10", "2017-05-28"), 1);
    assertThat(two.after()).isEqualTo(days("2017-04-01", "2017-04-30"));
    assertThat(two.before()).isEqualTo(days("2017-03-01", "2017-03-31"));
    assertThat(TwoPeriods.latest(days("2016-03-10", "2017-05-31"), 1).after())
        .as("a month whose last day is known is whole")
        .isEqualTo(days("2017-05-01", "2017-05-31"));
  }

  @Test
  void quarters_and_years_are_those_of_the_calendar() {
    TwoPeriods quarters = TwoPeriods.latest(days("2016-03-10", "2017-05-28"), 3);
    assertThat(quarters.after()).isEqualTo(days("2017-01-01", "2017-03-31"));
    assertThat(quarters.before()).isEqualTo(days("2016-10-01", "2016-12-31"));
    assertThat(TwoPeriods.latest(days("2014-01-01", "2017-05-28"), 12).before())
        .isEqualTo(days("2015-01-01", "2015-12-31"));
  }

  @Test
  void where_there_are_no_two_shorter_ones_are_taken_and_halves_at_last() {
    assertThat(TwoPeriods.latest(days("2017-01-01", "2017-05-28"), 12).after())
        .isEqualTo(days("2017-04-01", "2017-04-30"));
    TwoPeriods halves = TwoPeriods.latest(days("2017-05-01", "2017-05-20"), 1);
    assertThat(halves.after()).isEqualTo(days("2017-05-11", "2017-05-20"));
    assertThat(halves.before()).isEqualTo(days("2017-05-01", "2017-05-10"));
  }

  @Test
  void whole_months_precede_whole_months_and_days_days() {
    assertThat(TwoPeriods.precedingOf(days("2017-03-01", "2017-03-31")))
        .isEqualTo(days("2017-02-01", "2017-02-28"));
    assertThat(TwoPeriods.precedingOf(days("2017-04-01", "2017-06-30")))
        .isEqualTo(days("2017-01-01", "2017-03-31"));
    assertThat(TwoPeriods.precedingOf(days("2017-04-03", "2017-04-09")))
        .isEqualTo(days("2017-03-27", "2017-04-02"));
  }
}
