package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void days_that_follow_each_other_share_a_run() {
    assertThat(Runs.covering(days(1, 2, 3, 10, 11, 20), 16))
        .containsExactly(run(1, 3), run(10, 11), run(20, 20));
  }

  @Test
  void the_narrowest_gaps_are_bridged_when_there_are_too_many_runs() {
    assertThat(Runs.covering(days(1, 3, 100, 104, 500), 3))
        .containsExactly(run(1, 3), run(100, 104), run(500, 500));
    assertThat(Runs.covering(days(1, 3, 100, 104, 500), 1)).containsExactly(run(1, 500));
  }

  @Property(tries = 300)
  void every_day_is_covered_once_by_at_most_as_many_runs_as_allowed(
      @ForAll @Size(min = 1, max = 60) Set<@IntRange(min = 0, max = 400) Integer> some,
      @ForAll @IntRange(min = 1, max = 16) int most) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    some.forEach(day -> days.add(LocalDate.ofEpochDay(day)));

    List<Period> runs = Runs.covering(days, most);

    assertThat(runs).hasSizeLessThanOrEqualTo(most);
    assertThat(days)
        .allSatisfy(day -> assertThat(runs).filteredOn(run -> run.contains(day)).hasSize(1));
    assertThat(runs).allSatisfy(run -> assertThat(days).contains(run.from(), run.to()));
  }

  private static NavigableSet<LocalDate> days(int... epochDays) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (int day : epochDays) {
      days.add(LocalDate.ofEpochDay(day));
    }
    return days;
  }

  private static Period run(int from, int to) {
    return new Period(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
  }
}
