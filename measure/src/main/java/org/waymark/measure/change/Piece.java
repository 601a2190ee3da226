package org.waymark.measure.change;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.statistics.Interval;

/**
 * What one value of a dimension, or all of them, came to in one period: a sum over a number of
 * items, which divided by each other are the share, the score or the mean. Of a total the sum
 * itself is the reading.
 *
 * @param items how many count, in millionths; 0 or more
 * @param sum what they add up to, in millionths of the reading's unit
 * @param range the 95 % interval of the reading; null where nothing is known of it
 */
public record Piece(BigInteger items, BigInteger sum, @Nullable Interval range) {
  private static final BigInteger ONE = BigInteger.valueOf(1_000_000);

  /** Nothing of it. */
  public static final Piece NONE = new Piece(BigInteger.ZERO, BigInteger.ZERO, null);

  public Piece {
    if (items.signum() < 0) {
      throw new IllegalArgumentException("there cannot be fewer items than none");
    }
  }

  /** A share of items counted one by one; its value is percent. */
  public static Piece share(long met, long items) {
    return share(BigInteger.valueOf(met).multiply(ONE), BigInteger.valueOf(items).multiply(ONE));
  }

  /** A share, both in millionths; its value is percent, its interval Wilson's. */
  public static Piece share(BigInteger met, BigInteger items) {
    BigInteger sum = met.multiply(BigInteger.valueOf(100));
    return items.signum() == 0
        ? NONE
        : new Piece(
            items,
            sum,
            Interval.wilson(Fraction.of(met, items).doubleValue(), whole(items)).times(100));
  }

  /** A net promoter score; its value is points, its interval the adjusted Wald one. */
  public static Piece score(long promoters, long detractors, long answers) {
    return answers == 0
        ? NONE
        : new Piece(
            BigInteger.valueOf(answers).multiply(ONE),
            BigInteger.valueOf(promoters - detractors)
                .multiply(BigInteger.valueOf(100))
                .multiply(ONE),
            Interval.adjustedWald(
                    (double) promoters / answers, (double) detractors / answers, answers)
                .times(100));
  }

  /**
   * A mean; its interval is Student's, and unknown of a single answer.
   *
   * @param sum of the scores, in millionths
   * @param squares of the scores, in millionths squared
   */
  public static Piece mean(long answers, BigInteger sum, BigInteger squares) {
    if (answers == 0) {
      return NONE;
    }
    BigInteger n = BigInteger.valueOf(answers);
    Interval range = null;
    if (answers > 1) {
      BigInteger spread = n.multiply(squares).subtract(sum.multiply(sum));
      double variance =
          Fraction.of(spread, n.multiply(n.subtract(BigInteger.ONE)).multiply(ONE).multiply(ONE))
              .doubleValue();
      range = Interval.mean(Fraction.of(sum, n.multiply(ONE)).doubleValue(), variance, answers);
    }
    return new Piece(n.multiply(ONE), sum, range);
  }

  /** A rate, whose items are what it is of; its interval is Garwood's. */
  public static Piece rate(long of, long over, int per) {
    return over == 0
        ? NONE
        : new Piece(
            BigInteger.valueOf(over).multiply(ONE),
            BigInteger.valueOf(of).multiply(BigInteger.valueOf(per)).multiply(ONE),
            Interval.garwood(of).times((double) per / over));
  }

  /** A count, in millionths; its interval is Garwood's. */
  public static Piece count(BigInteger items) {
    return items.signum() == 0 ? NONE : new Piece(items, items, Interval.garwood(whole(items)));
  }

  /**
   * A sum, of whose spread nothing is known.
   *
   * @param sum in millionths
   */
  public static Piece sum(long items, BigInteger sum) {
    return items == 0 ? NONE : new Piece(BigInteger.valueOf(items).multiply(ONE), sum, null);
  }

  /** Whether there is anything of it. */
  public boolean isThere() {
    return items.signum() > 0;
  }

  /**
   * The share, score or mean.
   *
   * @throws ArithmeticException when there is nothing of it
   */
  public Fraction value() {
    return Fraction.of(sum, items);
  }

  /** The sum, in the reading's unit. */
  public Fraction total() {
    return Fraction.of(sum, ONE);
  }

  /** Whether another has as many items that add up to as much. */
  public boolean isAsMuchAs(Piece other) {
    return items.equals(other.items) && sum.equals(other.sum);
  }

  /** How many items count, exactly. */
  Fraction many() {
    return Fraction.of(items, ONE);
  }

  /** How many items count, tallied ones with their parts of one. */
  public double count() {
    return whole(items);
  }

  private static double whole(BigInteger millionths) {
    return Fraction.of(millionths, ONE).doubleValue();
  }
}
