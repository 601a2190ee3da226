package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PerTest {

  @Test
  void weeks_start_where_the_workspace_says_and_the_ends_are_clipped() {
    Period march = period("2026-03-04", "2026-03-17"); // a Wednesday to a Tuesday

    assertThat(Per.WEEK.split(march, DayOfWeek.MONDAY))
        .containsExactly(
            period("2026-03-04", "2026-03-08"),
            period("2026-03-09", "2026-03-15"),
            period("2026-03-16", "2026-03-17"));
    assertThat(Per.WEEK.split(march, DayOfWeek.SUNDAY))
        .containsExactly(
            period("2026-03-04", "2026-03-07"),
            period("2026-03-08", "2026-03-14"),
            period("2026-03-15", "2026-03-17"));
  }

  @Test
  void months_know_their_length_and_quarters_their_months() {
    assertThat(Per.MONTH.split(period("2024-01-31", "2024-03-01"), DayOfWeek.MONDAY))
        .containsExactly(
            period("2024-01-31", "2024-01-31"),
            period("2024-02-01", "2024-02-29"),
            period("2024-03-01", "2024-03-01"));
    assertThat(Per.QUARTER.split(period("2025-11-30", "2026-05-31"), DayOfWeek.MONDAY))
        .containsExactly(
            period("2025-11-30", "2025-12-31"),
            period("2026-01-01", "2026-03-31"),
            period("2026-04-01", "2026-05-31"));
    assertThat(Per.QUARTER.split(period("2026-05-31", "2026-05-31"), DayOfWeek.MONDAY))
        .containsExactly(period("2026-05-31", "2026-05-31"));
  }

  @Test
  void a_single_day_is_one_period_of_every_kind() {
    Period day = period("2026-12-31", "2026-12-31");
    for (Per per : Per.values()) {
      assertThat(per.split(day, DayOfWeek.MONDAY)).containsExactly(day);
    }
  }

  @Property(tries = 500)
  void periods_cover_every_day_once_and_never_more_than_announced(
      @ForAll @LongRange(min = -20_000, max = 40_000) long start,
      @ForAll @IntRange(min = 0, max = 3_000) int more,
      @ForAll Per per,
      @ForAll DayOfWeek weekStart) {
    Period whole = new Period(LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(start + more));
    List<Period> periods = per.split(whole, weekStart);

    assertThat(periods.getFirst().from()).isEqualTo(whole.from());
    assertThat(periods.getLast().to()).isEqualTo(whole.to());
    for (int i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i).from()).isEqualTo(periods.get(i - 1).to().plusDays(1));
      if (per == Per.WEEK) {
        assertThat(periods.get(i).from().getDayOfWeek()).isEqualTo(weekStart);
      }
    }
    assertThat((long) periods.size()).isLessThanOrEqualTo(per.atMost(whole));
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }
}
