package org.waymark.measurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.IntStream;

/** Few stretches of days that cover scattered ones: the engine is asked once per stretch. */
final class Runs {

  private Runs() {}

  /**
   * At most {@code most} periods that cover all {@code days}, in order. Days that follow each other
   * share a period; when that still makes too many, the narrowest gaps are bridged, so that as few
   * other days as possible are computed again.
   */
  static List<Period> covering(NavigableSet<LocalDate> days, int most) {
    List<Period> runs = new ArrayList<>();
    for (LocalDate day : days) {
      if (!runs.isEmpty() && runs.getLast().to().plusDays(1).equals(day)) {
        runs.set(runs.size() - 1, new Period(runs.getLast().from(), day));
      } else {
        runs.add(new Period(day, day));
      }
    }
    if (runs.size() <= most) {
      return runs;
    }
    List<Integer> widestGaps =
        IntStream.range(1, runs.size())
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -gapBefore(runs, i)))
            .limit(most - 1L)
            .sorted()
            .toList();
    List<Period> bridged = new ArrayList<>(most);
    int first = 0;
    for (int cut : widestGaps) {
      bridged.add(new Period(runs.get(first).from(), runs.get(cut - 1).to()));
      first = cut;
    }
    bridged.add(new Period(runs.get(first).from(), runs.getLast().to()));
    return bridged;
  }

  private static long gapBefore(List<Period> runs, int i) {
    return runs.get(i).from().toEpochDay() - runs.get(i - 1).to().toEpochDay();
  }
}
