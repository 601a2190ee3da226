package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.waymark.measurement.Period;

class SpanTest {

  @Test
  void the_last_complete_weeks_end_on_the_day_before_a_week_starts() {
    assertThat(Span.completeWeeks(4, LocalDate.of(2015, 12, 31), DayOfWeek.MONDAY))
        .isEqualTo(new Period(LocalDate.of(2015, 11, 30), LocalDate.of(2015, 12, 27)));
    assertThat(Span.completeWeeks(4, LocalDate.of(2015, 12, 27), DayOfWeek.MONDAY))
        .isEqualTo(new Period(LocalDate.of(2015, 11, 30), LocalDate.of(2015, 12, 27)));
    assertThat(Span.completeWeeks(1, LocalDate.of(2015, 12, 31), DayOfWeek.SUNDAY))
        .isEqualTo(new Period(LocalDate.of(2015, 12, 20), LocalDate.of(2015, 12, 26)));
  }

  @Test
  void only_whole_weeks_of_a_stretch_count() {
    assertThat(
            Span.weeksWithin(LocalDate.of(2015, 1, 1), LocalDate.of(2015, 2, 1), DayOfWeek.MONDAY))
        .hasSize(4)
        .first()
        .isEqualTo(new Period(LocalDate.of(2015, 1, 5), LocalDate.of(2015, 1, 11)));
    assertThat(
            Span.weeksWithin(LocalDate.of(2015, 1, 6), LocalDate.of(2015, 1, 11), DayOfWeek.MONDAY))
        .isEmpty();
  }

  @Test
  void a_span_is_read_from_its_word() {
    assertThat(Span.of("P4W")).contains(Span.FOUR_WEEKS);
    assertThat(Span.of("cycle")).contains(Span.CYCLE);
    assertThat(Span.of("P0W")).isEmpty();
    assertThat(Span.of("P54W")).isEmpty();
    assertThat(Span.of("P1D")).isEmpty();
  }
}
