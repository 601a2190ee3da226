package org.waymark.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a metric says about a set of items. A missing number is a type, never a zero.
 *
 * <p>Shares are percent from 0 to 100, durations seconds, the net promoter score points.
 */
public sealed interface Reading {

  /** A reading of fewer items than this is marked as indicative. */
  int FIRM = 30;

  /**
   * A number with its uncertainty.
   *
   * @param value not rounded
   * @param n items it rests on
   * @param low lower end of the 95 % interval, or null where there is none
   * @param high upper end of the 95 % interval, or null where there is none
   * @param indicative true when n is below {@link #FIRM}
   * @param numerator of a share or score: what was met, or promoters less detractors
   * @param denominator of a share or score: all that counted
   * @param nEffective Kish's effective number of answers, for weighted readings
   * @param open for durations, how many items had not ended
   * @param without items left out because they lack what the reading needs: a due instant, a
   *     weight, a customer, or a unit of which it is known when it works
   * @param approximate true when durations were rounded by at most 0.4 % to bound their number
   * @param settling true while the number may still move without anything arriving late
   */
  record Measured(
      double value,
      long n,
      @Nullable Double low,
      @Nullable Double high,
      boolean indicative,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable Double nEffective,
      @Nullable Long open,
      @Nullable Long without,
      boolean approximate,
      boolean settling)
      implements Reading {
    /** One that has settled. */
    public Measured(
        double value,
        long n,
        @Nullable Double low,
        @Nullable Double high,
        boolean indicative,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Double nEffective,
        @Nullable Long open,
        @Nullable Long without,
        boolean approximate) {
      this(
          value,
          n,
          low,
          high,
          indicative,
          numerator,
          denominator,
          nEffective,
          open,
          without,
          approximate,
          false);
    }

    /** The same number while it may still move. */
    public Measured whileSettling() {
      return new Measured(
          value,
          n,
          low,
          high,
          indicative,
          numerator,
          denominator,
          nEffective,
          open,
          without,
          approximate,
          true);
    }

    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measured value is a number");
      }
    }
  }

  /**
   * Too many items are still open to say more than "at least this".
   *
   * @param value the largest certain value
   * @param n items it rests on, open ones included
   * @param open how many of them had not ended
   */
  record AtLeast(double value, long n, long open, boolean approximate) implements Reading {}

  /**
   * Fewer items than a number may rest on.
   *
   * @param n how many there are
   * @param needed how many are needed
   */
  record TooFew(long n, long needed) implements Reading {}

  /** Nothing to measure. */
  record NoData(Because because) implements Reading {}

  /** Why there is nothing to measure. */
  enum Because {
    /** No item of the population lies in the period. */
    NO_ITEMS,
    /** There is nothing a rate could be of. */
    NO_BASE,
    /** Items there are, but none of them was due yet. */
    NOTHING_DUE,
    /** Items there are, but none of them has ended. */
    NOTHING_FINISHED,
    /** Answers there are, but none of them carries a weight above zero. */
    NO_WEIGHTS,
    /** Items there are, but nobody has said when anybody works on them. */
    NO_HOURS
  }
}
