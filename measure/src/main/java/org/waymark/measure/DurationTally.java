package org.waymark.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.statistics.Pool;
import org.waymark.measure.statistics.ValueCounts;

/**
 * How long things took, in microseconds, and what is still open. Open items are kept by source and
 * start, not by age: until when they are known to be open is decided when a reading is made.
 */
public final class DurationTally implements Tally {

  /** A day's list of more different values than this may be {@link #bounded}. */
  public static final int EXACT = 100_000;

  private final List<ValueCounts> parts;
  private final SortedMap<Integer, List<ValueCounts>> openParts;
  private final boolean approximate;
  private @Nullable ValueCounts merged;
  private @Nullable SortedMap<Integer, ValueCounts> open;

  private DurationTally(
      List<ValueCounts> parts,
      SortedMap<Integer, List<ValueCounts>> openParts,
      boolean approximate) {
    this.parts = parts;
    this.openParts = openParts;
    this.approximate = approximate;
  }

  /**
   * @param finished durations in microseconds, none negative
   * @param open by source number, the starts (in microseconds) of what has not ended
   */
  public static DurationTally of(ValueCounts finished, Map<Integer, ValueCounts> open) {
    return of(finished, open, false);
  }

  static DurationTally of(
      ValueCounts finished, Map<Integer, ValueCounts> open, boolean approximate) {
    if (finished.distinct() > 0 && finished.value(0) < 0) {
      throw new IllegalArgumentException("a duration is not negative");
    }
    TreeMap<Integer, List<ValueCounts>> bySource = new TreeMap<>();
    open.forEach(
        (source, starts) -> {
          if (starts.distinct() > 0) {
            bySource.put(source, List.of(starts));
          }
        });
    return new DurationTally(List.of(finished), bySource, approximate);
  }

  /** The finished ones, to be read as one list without merging. */
  public Pool pool() {
    return new Pool(parts);
  }

  /** The finished ones as one list. */
  public synchronized ValueCounts finished() {
    if (merged == null) {
      merged = ValueCounts.merge(parts);
    }
    return merged;
  }

  /** By source number, the starts of what has not ended. */
  public synchronized SortedMap<Integer, ValueCounts> open() {
    if (open == null) {
      TreeMap<Integer, ValueCounts> bySource = new TreeMap<>();
      openParts.forEach((source, starts) -> bySource.put(source, ValueCounts.merge(starts)));
      open = Collections.unmodifiableSortedMap(bySource);
    }
    return open;
  }

  /** How many have not ended. */
  public long openCount() {
    return openParts.values().stream().flatMap(List::stream).mapToLong(ValueCounts::total).sum();
  }

  /**
   * For each open item how long it was known to be open, in microseconds: until the smaller of asOf
   * and the moment its source is known until. One that started later than that was seen for no
   * time.
   */
  public ValueCounts censored(Known known) {
    List<ValueCounts> ages = new ArrayList<>();
    open()
        .forEach(
            (source, starts) -> {
              long until = known.of(source);
              ValueCounts.Gathering gathering = new ValueCounts.Gathering(starts.distinct());
              for (int i = starts.distinct() - 1; i >= 0; i--) {
                gathering.add(Math.max(0, until - starts.value(i)), starts.count(i));
              }
              ages.add(gathering.done());
            });
    return ValueCounts.merge(ages);
  }

  @Override
  public DurationTally plus(Tally other) {
    if (!(other instanceof DurationTally that)) {
      throw Tally.unlike(this, other);
    }
    List<ValueCounts> both = new ArrayList<>(parts);
    both.addAll(that.parts);
    TreeMap<Integer, List<ValueCounts>> bySource = new TreeMap<>(openParts);
    that.openParts.forEach(
        (source, starts) ->
            bySource.merge(
                source,
                starts,
                (mine, theirs) -> Stream.concat(mine.stream(), theirs.stream()).toList()));
    return new DurationTally(List.copyOf(both), bySource, approximate || that.approximate);
  }

  @Override
  public boolean approximate() {
    return approximate;
  }

  /**
   * The same, made smaller when it has more than {@link #EXACT} different values: each is replaced
   * by the middle of its logarithmic bucket, at most 0.4 % away, and the tally says that it is
   * {@link #approximate()}. Counts stay exact.
   */
  public DurationTally bounded() {
    ValueCounts exact = finished();
    if (exact.distinct() <= EXACT) {
      return this;
    }
    ValueCounts.Gathering gathering = new ValueCounts.Gathering(8192);
    for (int i = 0; i < exact.distinct(); i++) {
      gathering.add(middle(exact.value(i)), exact.count(i));
    }
    return new DurationTally(List.of(gathering.done()), openParts, true);
  }

  /**
   * The middle of the bucket of a value. A bucket is a value's leading eight binary digits, so its
   * half width is at most 1/256 of its lower end; below 256 every value is its own bucket.
   */
  private static long middle(long value) {
    int low = Math.max(0, 64 - 8 - Long.numberOfLeadingZeros(value));
    if (low == 0) {
      return value;
    }
    return ((value >>> low) << low) + (1L << (low - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DurationTally that
        && finished().equals(that.finished())
        && open().equals(that.open())
        && approximate == that.approximate;
  }

  @Override
  public int hashCode() {
    return 31 * finished().hashCode() + open().hashCode();
  }

  @Override
  public String toString() {
    return "DurationTally[finished=" + finished() + ", open=" + open() + "]";
  }
}
