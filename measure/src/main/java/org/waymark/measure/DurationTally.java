package org.waymark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private final SortedMap<Integer, ValueCounts> open;
  private final boolean approximate;
  private @Nullable ValueCounts merged;

  private DurationTally(
      List<ValueCounts> parts, SortedMap<Integer, ValueCounts> open, boolean approximate) {
    this.parts = parts;
    this.open = open;
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
    TreeMap<Integer, ValueCounts> bySource = new TreeMap<>(open);
    bySource.values().removeIf(starts -> starts.distinct() == 0);
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
  public SortedMap<Integer, ValueCounts> open() {
    return open;
  }

  /** How many have not ended. */
  public long openCount() {
    return open.values().stream().mapToLong(ValueCounts::total).sum();
  }

  /**
   * For each open item how long it was known to be open, in microseconds: until the smaller of asOf
   * and the moment its source is known until. One that started later than that was seen for no
   * time.
   */
  public ValueCounts censored(Known known) {
    List<ValueCounts> ages = new ArrayList<>();
    open.forEach(
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
    TreeMap<Integer, ValueCounts> bySource = new TreeMap<>(open);
    that.open.forEach((source, starts) -> bySource.merge(source, starts, ValueCounts::plus));
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
    return new DurationTally(List.of(gathering.done()), open, true);
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
        && open.equals(that.open)
        && approximate == that.approximate;
  }

  @Override
  public int hashCode() {
    return 31 * finished().hashCode() + open.hashCode();
  }

  @Override
  public String toString() {
    return "DurationTally[finished=" + finished() + ", open=" + open + "]";
  }
}
