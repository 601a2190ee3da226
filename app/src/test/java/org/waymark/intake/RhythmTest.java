package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the history of a source says of its silence, and when it says nothing. */
class RhythmTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static SortedSet<LocalDate> every(int days, int times) {
    SortedSet<LocalDate> all = new TreeSet<>();
    for (int i = 0; i < times; i++) {
      all.add(MONDAY.plusDays((long) i * days));
    }
    return all;
  }

  @Test
  void a_daily_source_that_is_silent_for_five_days_is_late() {
    SortedSet<LocalDate> days = every(1, 14);
    assertThat(Rhythm.of(days, days.last().plusDays(1))).isEqualTo(new Rhythm(1, 1, false));
    assertThat(Rhythm.of(days, days.last().plusDays(5))).isEqualTo(new Rhythm(1, 5, true));
  }

  @Test
  void a_weekend_is_no_silence_for_a_source_that_rests_on_weekends() {
    SortedSet<LocalDate> days = every(1, 28);
    days.removeIf(day -> day.getDayOfWeek().getValue() > 5);
    LocalDate friday = days.last();
    assertThat(Rhythm.of(days, friday.plusDays(3))).isEqualTo(new Rhythm(1, 3, false));
    assertThat(Rhythm.of(days, friday.plusDays(4))).isEqualTo(new Rhythm(1, 4, true));
  }

  @Test
  void a_weekly_source_is_late_after_a_week() {
    SortedSet<LocalDate> days = every(7, 8);
    assertThat(Rhythm.of(days, days.last().plusDays(7))).isEqualTo(new Rhythm(7, 7, false));
    assertThat(Rhythm.of(days, days.last().plusDays(8))).isEqualTo(new Rhythm(7, 8, true));
  }

  @Test
  void a_short_or_a_wild_history_says_nothing() {
    LocalDate later = MONDAY.plusDays(400);
    assertThat(Rhythm.of(new TreeSet<>(), later)).isNull();
    assertThat(Rhythm.of(every(1, 6), later)).isNull();
    assertThat(Rhythm.of(every(1, 7), later)).isNotNull();
    SortedSet<LocalDate> wild = new TreeSet<>();
    LocalDate day = MONDAY;
    for (int pause : new int[] {1, 9, 2, 30, 4, 17, 1, 55, 3, 21}) {
      wild.add(day);
      day = day.plusDays(pause);
    }
    assertThat(Rhythm.of(wild, later)).isNull();
  }
}
