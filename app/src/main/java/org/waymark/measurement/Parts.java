package org.waymark.measurement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Tally;
import org.waymark.measure.change.Piece;
import org.waymark.measure.change.Pieces;
import org.waymark.measure.change.Split;
import org.waymark.measure.metric.Statistic;

/** The values of a dimension in two periods, as the parts of a change. */
record Parts(Statistic statistic, List<Named> before, List<Named> after) {
  /** A dimension of more values than this proposes nothing: almost everything would be mix. */
  private static final int MOST_VALUES = 40;

  /** Values with fewer items than this in both periods are taken together. */
  private static final double LEAST = 10;

  private static final Comparator<@Nullable String> VALUES =
      Comparator.nullsLast(Comparator.naturalOrder());

  /**
   * What one value, or all that carry none, came to on one day.
   *
   * @param value null for what carries none
   */
  record Named(@Nullable String value, Tally tally) {}

  /** The change undivided. */
  static Split whole(Statistic statistic, Piece before, Piece after) {
    return split(statistic, List.of(new Split.Value(null, before, after)))
        .within(before.range(), after.range());
  }

  /**
   * The split by these values; nothing where a period has none.
   *
   * @param proposing leaves out what divides nothing, and what divides into too many
   */
  Optional<Split> split(boolean proposing) {
    Map<@Nullable String, Tally> then = pooled(before);
    Map<@Nullable String, Tally> now = pooled(after);
    TreeSet<@Nullable String> names = new TreeSet<>(VALUES);
    names.addAll(then.keySet());
    names.addAll(now.keySet());
    List<Split.Value> values = new ArrayList<>();
    List<Tally> fewThen = new ArrayList<>();
    List<Tally> fewNow = new ArrayList<>();
    for (String name : names) {
      Tally earlier = then.get(name);
      Tally later = now.get(name);
      Piece was = piece(earlier);
      Piece is = piece(later);
      if (Math.max(was.count(), is.count()) >= LEAST) {
        values.add(new Split.Value(name == null ? "" : name, was, is));
      } else {
        add(fewThen, earlier);
        add(fewNow, later);
      }
    }
    Piece was = piece(Tally.pool(fewThen).orElse(null));
    Piece is = piece(Tally.pool(fewNow).orElse(null));
    if (was.isThere() || is.isThere()) {
      values.add(new Split.Value(null, was, is));
    }
    boolean divides = values.size() > 1 && values.size() <= MOST_VALUES;
    boolean bothThere =
        values.stream().anyMatch(one -> one.before().isThere())
            && values.stream().anyMatch(one -> one.after().isThere());
    return !bothThere || proposing && !divides
        ? Optional.empty()
        : Optional.of(split(statistic, values));
  }

  private static Split split(Statistic statistic, List<Split.Value> values) {
    return Pieces.isTotal(statistic) ? Split.ofTotals(values) : Split.of(values);
  }

  private Piece piece(@Nullable Tally tally) {
    return Pieces.of(statistic, tally).orElse(Piece.NONE);
  }

  private static void add(List<Tally> tallies, @Nullable Tally tally) {
    if (tally != null) {
      tallies.add(tally);
    }
  }

  private static Map<@Nullable String, Tally> pooled(List<Named> named) {
    Map<@Nullable String, Tally> pooled = new HashMap<>();
    named.forEach(one -> pooled.merge(one.value(), one.tally(), Tally::plus));
    return pooled;
  }
}
