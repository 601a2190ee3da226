package org.waymark.measure.statistics;

import java.math.BigInteger;
import java.util.List;

/**
 * Several lists of value counts read as one, without merging them: ninety days of ten thousand
 * values answer a quantile in the time of some thousand bisections.
 */
public record Pool(List<ValueCounts> parts) {

  public Pool {
    parts = parts.stream().filter(part -> part.distinct() > 0).toList();
  }

  public long total() {
    return parts.stream().mapToLong(ValueCounts::total).sum();
  }

  /** How many are at most {@code limit}. */
  public long upTo(long limit) {
    long count = 0;
    for (ValueCounts part : parts) {
      count += part.upTo(limit);
    }
    return count;
  }

  /**
   * How many lie above the limit before and at or below each limit, for the limits from one index
   * to before another; nothing is before the first limit of all.
   */
  long[] steps(ValueCounts limits, int from, int to) {
    long[] steps = new long[to - from];
    for (ValueCounts part : parts) {
      part.addSteps(limits, from, to, steps);
    }
    return steps;
  }

  /**
   * The value at a rank, counted from 1 for the smallest.
   *
   * @throws IllegalArgumentException when there is no such rank
   */
  public long select(long rank) {
    if (rank < 1 || rank > total()) {
      throw new IllegalArgumentException("no rank " + rank + " among " + total());
    }
    long low = smallest();
    long high = largest();
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (upTo(middle) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The smallest value of a pool that is not empty. */
  public long smallest() {
    return parts.stream().mapToLong(part -> part.value(0)).min().orElseThrow();
  }

  /** The largest value of a pool that is not empty. */
  public long largest() {
    return parts.stream().mapToLong(ValueCounts::largest).max().orElseThrow();
  }

  /** The exact sum of all values, of which none may be negative. */
  public BigInteger sum() {
    ExactSum sum = new ExactSum();
    for (ValueCounts part : parts) {
      for (int i = 0; i < part.distinct(); i++) {
        sum.add(part.value(i), part.count(i));
      }
    }
    return sum.value();
  }

  /**
   * The exact sum of the squares of all values. In doubles it would depend on the order in which
   * parts were pooled, and a reading must not.
   */
  public BigInteger squares() {
    ExactSum squares = new ExactSum();
    for (ValueCounts part : parts) {
      for (int i = 0; i < part.distinct(); i++) {
        squares.addSquare(part.value(i), part.count(i));
      }
    }
    return squares.value();
  }
}
