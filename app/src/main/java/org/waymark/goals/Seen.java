package org.waymark.goals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of a key result over some days, whether a metric measured it or a person
 * told it.
 */
public sealed interface Seen {

  /**
   * A number.
   *
   * @param n how many interactions it rests on; absent where a person told only the value
   * @param indicative few enough interactions that the number is a hint
   */
  record Number(
      Level level,
      @Nullable Long n,
      boolean indicative,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator)
      implements Seen {

    static Number told(double value) {
      return new Number(Level.exactly(value), null, false, null, null);
    }
  }

  /** Known only from below: so many are still open that the quantile itself cannot be told. */
  record AtLeast(double value, long n, long open) implements Seen {}

  /** Fewer interactions than a number needs. */
  record TooFew(long n, long needed) implements Seen {}

  /** Nothing at all. */
  record Nothing() implements Seen {}
}
