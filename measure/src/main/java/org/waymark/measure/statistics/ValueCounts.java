package org.waymark.measure.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Whole numbers in rising order, each with how often it occurs. Immutable; finding how many lie at
 * or below a number takes one bisection.
 */
public final class ValueCounts {

  public static final ValueCounts NONE = new ValueCounts(new long[0], new long[0]);

  private final long[] values;
  private final long[] upTo;

  private ValueCounts(long[] values, long[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  /** Takes over two arrays: values strictly rising, counts positive. */
  public static ValueCounts of(long[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException("every value has one count");
    }
    long[] upTo = counts;
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      if (i > 0 && values[i] <= values[i - 1]) {
        throw new IllegalArgumentException("values rise");
      }
      if (counts[i] <= 0) {
        throw new IllegalArgumentException("counts are positive");
      }
      total += counts[i];
      upTo[i] = total;
    }
    return new ValueCounts(values, upTo);
  }

  public static ValueCounts of(SortedMap<Long, Long> counts) {
    return of(
        counts.keySet().stream().mapToLong(Long::longValue).toArray(),
        counts.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** Each given value once more. */
  public static ValueCounts ofValues(long... values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    Gathering gathering = new Gathering(sorted.length);
    for (long value : sorted) {
      gathering.add(value, 1);
    }
    return gathering.done();
  }

  /** How many different values. */
  public int distinct() {
    return values.length;
  }

  /** How many in all. */
  public long total() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  public long value(int index) {
    return values[index];
  }

  public long count(int index) {
    return index == 0 ? upTo[0] : upTo[index] - upTo[index - 1];
  }

  /** The largest value of a list that is not empty. */
  public long largest() {
    return values[values.length - 1];
  }

  /** How many are at most {@code limit}. */
  public long upTo(long limit) {
    int above = firstAbove(limit);
    return above == 0 ? 0 : upTo[above - 1];
  }

  /**
   * For the limits from one index to before another, adds how many lie above the limit before and
   * at or below that one. Only where the two lists overlap are they walked through.
   */
  void addSteps(ValueCounts limits, int from, int to, long[] steps) {
    int at = from == 0 ? 0 : firstAbove(limits.values[from - 1]);
    if (at == values.length) {
      return;
    }
    long before = at == 0 ? 0 : upTo[at - 1];
    int step = Math.max(from, limits.firstAbove(values[at] - 1));
    while (step < to && at < values.length) {
      long limit = limits.values[step];
      if (largest() <= limit) {
        at = values.length;
      } else {
        while (values[at] <= limit) {
          at++;
        }
      }
      long until = at == 0 ? 0 : upTo[at - 1];
      steps[step - from] += until - before;
      before = until;
      step++;
    }
  }

  private int firstAbove(long limit) {
    int at = Arrays.binarySearch(values, limit);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** All together. Lists of which each ends before the next begins are simply joined. */
  public static ValueCounts merge(List<ValueCounts> parts) {
    List<ValueCounts> filled = parts.stream().filter(part -> part.distinct() > 0).toList();
    if (filled.isEmpty()) {
      return NONE;
    }
    if (filled.size() == 1) {
      return filled.getFirst();
    }
    if (follow(filled)) {
      return joined(filled);
    }
    if (filled.size() == 2) {
      return filled.getFirst().plus(filled.getLast());
    }
    int half = filled.size() / 2;
    return merge(
        List.of(merge(filled.subList(0, half)), merge(filled.subList(half, filled.size()))));
  }

  private static boolean follow(List<ValueCounts> parts) {
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).values[0] <= parts.get(i - 1).largest()) {
        return false;
      }
    }
    return true;
  }

  private static ValueCounts joined(List<ValueCounts> parts) {
    int size = parts.stream().mapToInt(ValueCounts::distinct).sum();
    long[] values = new long[size];
    long[] upTo = new long[size];
    int at = 0;
    long before = 0;
    for (ValueCounts part : parts) {
      System.arraycopy(part.values, 0, values, at, part.values.length);
      for (long counted : part.upTo) {
        upTo[at++] = before + counted;
      }
      before += part.total();
    }
    return new ValueCounts(values, upTo);
  }

  private ValueCounts plus(ValueCounts other) {
    Gathering gathering = new Gathering(values.length + other.values.length);
    int mine = 0;
    int theirs = 0;
    while (mine < values.length || theirs < other.values.length) {
      boolean takeMine =
          theirs == other.values.length
              || (mine < values.length && values[mine] <= other.values[theirs]);
      if (takeMine) {
        gathering.add(values[mine], count(mine));
        mine++;
      } else {
        gathering.add(other.values[theirs], other.count(theirs));
        theirs++;
      }
    }
    return gathering.done();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueCounts that
        && Arrays.equals(values, that.values)
        && Arrays.equals(upTo, that.upTo);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(upTo);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(values[i]).append('x').append(count(i));
    }
    return text.append('}').toString();
  }

  /** Gathers values that arrive in rising order; a repeated value adds to its count. */
  public static final class Gathering {
    private long[] values;
    private long[] upTo;
    private int size;

    public Gathering(int expected) {
      values = new long[Math.max(expected, 4)];
      upTo = new long[values.length];
    }

    public void add(long value, long count) {
      if (count <= 0) {
        throw new IllegalArgumentException("counts are positive");
      }
      if (size > 0 && values[size - 1] == value) {
        upTo[size - 1] += count;
        return;
      }
      if (size > 0 && values[size - 1] > value) {
        throw new IllegalArgumentException("values rise");
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
        upTo = Arrays.copyOf(upTo, size * 2);
      }
      values[size] = value;
      upTo[size] = (size == 0 ? 0 : upTo[size - 1]) + count;
      size++;
    }

    public ValueCounts done() {
      return new ValueCounts(Arrays.copyOf(values, size), Arrays.copyOf(upTo, size));
    }
  }
}
