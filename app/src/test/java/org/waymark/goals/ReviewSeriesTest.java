package org.waymark.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The days of a series, against the plain way of counting them one after the other. */
class ReviewSeriesTest {

  @Test
  void what_comes_after_and_before_a_day_is_what_counting_finds() {
    Random random = new Random(5545);
    for (int round = 0; round < 4000; round++) {
      LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
      Repeat.Unit unit = Repeat.Unit.values()[random.nextInt(3)];
      Repeat every = new Repeat(1 + random.nextInt(unit == Repeat.Unit.D ? 120 : 5), unit);
      ReviewSeries series = new ReviewSeries(first, every);
      LocalDate day = first.plusDays(random.nextInt(1500) - 100);
      List<LocalDate> all = new ArrayList<>();
      for (int n = 0; all.isEmpty() || !all.getLast().isAfter(day); n++) {
        all.add(every.nth(first, n));
      }
      assertThat(series.after(day)).as(series + " after " + day).isEqualTo(all.getLast());
      assertThat(series.upTo(day))
          .as(series + " up to " + day)
          .isEqualTo(all.size() == 1 ? null : all.get(all.size() - 2));
    }
  }

  @Test
  void the_last_day_of_a_month_stays_the_last_day() {
    ReviewSeries series =
        new ReviewSeries(LocalDate.of(2026, 1, 31), Repeat.of("P1M").orElseThrow());
    assertThat(series.after(LocalDate.of(2026, 1, 31))).isEqualTo("2026-02-28");
    assertThat(series.after(LocalDate.of(2026, 2, 28))).isEqualTo("2026-03-31");
  }

  @Test
  void without_a_repeat_there_is_one_day() {
    ReviewSeries series = new ReviewSeries(LocalDate.of(2026, 3, 1), null);
    assertThat(series.after(LocalDate.of(2026, 2, 28))).isEqualTo("2026-03-01");
    assertThat(series.after(LocalDate.of(2026, 3, 1))).isNull();
    assertThat(series.upTo(LocalDate.of(2026, 2, 28))).isNull();
    assertThat(series.upTo(LocalDate.of(2027, 1, 1))).isEqualTo("2026-03-01");
  }

  @Test
  void only_whole_days_weeks_and_months_are_read() {
    assertThat(Repeat.of("P90D").orElseThrow().code()).isEqualTo("P90D");
    assertThat(Repeat.of("P3M")).isPresent();
    for (String wrong : List.of("", "P0D", "P1Y", "PT1H", "P1M2D", "P1000D", "90", "p3m")) {
      assertThat(Repeat.of(wrong)).as(wrong).isEmpty();
    }
  }
}
