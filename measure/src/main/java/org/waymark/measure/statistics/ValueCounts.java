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
    long total = 0;
    long[] upTo = new long[counts.length];
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

  /** How many are at most {@code limit}. */
  public long upTo(long limit) {
    int at = Arrays.binarySearch(values, limit);
    int index = at >= 0 ? at : -at - 2;
    return index < 0 ? 0 : upTo[index];
  }

  /** Adds to each count how many are at most that limit: by bisection or side by side. */
  void addUpTo(ValueCounts limits, long[] counts) {
    if ((long) limits.values.length * 16 < values.length) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += upTo(limits.values[i]);
      }
      return;
    }
    int at = 0;
    int size = values.length;
    for (int i = 0; i < counts.length; i++) {
      long limit = limits.values[i];
      while (at < size && values[at] <= limit) {
        at++;
      }
      if (at == size) {
        for (int rest = i; rest < counts.length; rest++) {
          counts[rest] += total();
        }
        return;
      }
      counts[i] += at == 0 ? 0 : upTo[at - 1];
    }
  }

  /** Both together. */
  public ValueCounts plus(ValueCounts other) {
    if (values.length == 0) {
      return other;
    }
    if (other.values.length == 0) {
      return this;
    }
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

  /** All together. */
  public static ValueCounts merge(List<ValueCounts> parts) {
    if (parts.isEmpty()) {
      return NONE;
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    int half = parts.size() / 2;
    return merge(parts.subList(0, half)).plus(merge(parts.subList(half, parts.size())));
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
