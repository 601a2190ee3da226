package org.waymark.intake;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.waymark.measure.fact.Instants;

/** The local days that a change reached, by anchor. */
final class TouchedDays {
  private static final int FIRST = -30_000; // before any year that is accepted
  private final Map<Instants, BitSet> days = new EnumMap<>(Instants.class);

  void add(int[] dayOfAnchor) {
    for (int i = 0; i < dayOfAnchor.length; i++) {
      if (dayOfAnchor[i] != KeyState.NO_DAY) {
        add(KeyState.ANCHORS[i], dayOfAnchor[i]);
      }
    }
  }

  void add(Instants anchor, int day) {
    days.computeIfAbsent(anchor, any -> new BitSet()).set(day - FIRST);
  }

  Map<Instants, BitSet> days() {
    return days;
  }

  /** Days since 1970 in ascending order. */
  int[] of(Instants anchor) {
    BitSet set = days.get(anchor);
    return set == null
        ? new int[0]
        : Arrays.stream(set.stream().toArray()).map(day -> day + FIRST).toArray();
  }
}
