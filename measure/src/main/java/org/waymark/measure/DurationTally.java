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
 * How long things took, in microseconds, and what is still open. Open items are kept by what their
 * clock showed at the start, not by age: until when they are known to be open is decided when a
 * reading is made.
 */
public final class DurationTally implements Tally {

  /** A day's list of more different values than this may be {@link #bounded}. */
  public static final int EXACT = 100_000;

  private final List<ValueCounts> parts;
  private final SortedMap<OpenBy, List<ValueCounts>> openParts;
  private final long without;
  private final boolean approximate;
  private @Nullable ValueCounts merged;
  private @Nullable SortedMap<OpenBy, ValueCounts> open;

  private DurationTally(
      List<ValueCounts> parts,
      SortedMap<OpenBy, List<ValueCounts>> openParts,
      long without,
      boolean approximate) {
    this.parts = parts;
    this.openParts = openParts;
    this.without = without;
    this.approximate = approximate;
  }

  /**
   * Durations by the calendar.
   *
   * @param finished durations in microseconds, none negative
   * @param open by source number, the starts (in microseconds) of what has not ended
   */
  public static DurationTally of(ValueCounts finished, Map<Integer, ValueCounts> open) {
    TreeMap<OpenBy, ValueCounts> calendar = new TreeMap<>();
    open.forEach((source, starts) -> calendar.put(OpenBy.calendar(source), starts));
    return of(finished, calendar, 0, false);
  }

  /**
   * Durations by any clock.
   *
   * @param finished durations in microseconds, none negative
   * @param open what the clocks (in microseconds) of what has not ended showed at the start
   * @param without items left out because nobody has said when anybody works on them
   */
  static DurationTally of(
      ValueCounts finished, Map<OpenBy, ValueCounts> open, long without, boolean approximate) {
    if (finished.distinct() > 0 && finished.value(0) < 0) {
      throw new IllegalArgumentException("a duration is not negative");
    }
    TreeMap<OpenBy, List<ValueCounts>> byClock = new TreeMap<>();
    open.forEach(
        (by, starts) -> {
          if (starts.distinct() > 0) {
            byClock.put(by, List.of(starts));
          }
        });
    return new DurationTally(List.of(finished), byClock, without, approximate);
  }

  static DurationTally finished(ValueCounts durations) {
    return of(durations, Map.of(), 0, false);
  }

  static DurationTally open(OpenBy by, ValueCounts starts) {
    return of(ValueCounts.NONE, Map.of(by, starts), 0, false);
  }

  static DurationTally without(long items) {
    return of(ValueCounts.NONE, Map.of(), items, false);
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

  /** What the clocks of what has not ended showed at the start. */
  public synchronized SortedMap<OpenBy, ValueCounts> open() {
    if (open == null) {
      TreeMap<OpenBy, ValueCounts> byClock = new TreeMap<>();
      openParts.forEach((by, starts) -> byClock.put(by, ValueCounts.merge(starts)));
      open = Collections.unmodifiableSortedMap(byClock);
    }
    return open;
  }

  /** Items left out because nobody has said when anybody works on them. */
  public long without() {
    return without;
  }

  /** How many have not ended. */
  public long openCount() {
    return openParts.values().stream().flatMap(List::stream).mapToLong(ValueCounts::total).sum();
  }

  /**
   * For each open item how long it was known to be open, in microseconds of its clock: until the
   * smaller of asOf and the moment its source is known until. One that started later than that was
   * seen for no time.
   */
  public ValueCounts censored(Known known) {
    List<ValueCounts> ages = new ArrayList<>();
    open()
        .forEach(
            (by, starts) -> {
              long until = known.clock(by);
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
    TreeMap<OpenBy, List<ValueCounts>> byClock = new TreeMap<>(openParts);
    that.openParts.forEach(
        (by, starts) ->
            byClock.merge(
                by,
                starts,
                (mine, theirs) -> Stream.concat(mine.stream(), theirs.stream()).toList()));
    return new DurationTally(
        List.copyOf(both), byClock, without + that.without, approximate || that.approximate);
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
    return new DurationTally(List.of(gathering.done()), openParts, without, true);
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
        && without == that.without
        && approximate == that.approximate;
  }

  @Override
  public int hashCode() {
    return 31 * finished().hashCode() + open().hashCode();
  }

  @Override
  public String toString() {
    return "DurationTally[finished="
        + finished()
        + ", open="
        + open()
        + ", without="
        + without
        + "]";
  }
}
