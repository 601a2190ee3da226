package org.waymark.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How often a source usually brings something, and whether it has been silent for longer than it
 * usually is. Told only of sources whose history supports it.
 *
 * @param everyDays days from one arrival to the next, usually
 * @param silentDays days since the last arrival; 0 is today
 * @param late whether nine in ten of its pauses were shorter than this one
 */
public record Rhythm(int everyDays, int silentDays, boolean late) {

  /** Fewer pauses than this say nothing about the next one. */
  static final int ENOUGH = 6;

  private static final int LATEST = 30;

  /**
   * The rhythm of these days.
   *
   * @param days on which something arrived
   * @return null when there are too few, or when their pauses have nothing in common
   */
  static @Nullable Rhythm of(SortedSet<LocalDate> days, LocalDate today) {
    List<Integer> pauses = new ArrayList<>();
    LocalDate before = null;
    for (LocalDate day : days) {
      if (before != null) {
        pauses.add(Math.toIntExact(ChronoUnit.DAYS.between(before, day)));
      }
      before = day;
    }
    if (before == null || pauses.size() < ENOUGH) {
      return null;
    }
    List<Integer> sorted =
        pauses.subList(Math.max(0, pauses.size() - LATEST), pauses.size()).stream()
            .sorted()
            .toList();
    int usual = sorted.get((sorted.size() - 1) / 2);
    long alike =
        sorted.stream().filter(pause -> pause * 2 >= usual && pause * 2 <= usual * 3).count();
    if (alike * 3 < sorted.size() * 2L) {
      return null;
    }
    int long90 = sorted.get((sorted.size() * 9 + 9) / 10 - 1);
    int silent = (int) Math.max(0, ChronoUnit.DAYS.between(before, today));
    return new Rhythm(usual, silent, silent > long90);
  }
}
