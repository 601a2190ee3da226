package org.waymark.measure.fact;

/**
 * An answer on a scale. All numbers are whole millionths: 7 is 7,000,000.
 *
 * @param scale {@code nps-0-10}, {@code csat-1-5}, {@code ces-1-7} or {@code custom}
 * @param min the scale's lowest answer
 * @param max the scale's highest answer
 * @param top the lowest answer that counts as favourable (top box)
 * @param value the answer
 */
public record Score(String scale, long min, long max, long top, long value) {

  /** How many millionths make one. */
  public static final long ONE = 1_000_000;

  /** The largest score, either way; sums of weighted squares stay exact below it. */
  public static final long LARGEST = 9_999_999 * ONE;

  public Score {
    if (min < -LARGEST || max > LARGEST) {
      throw new IllegalArgumentException("a scale stays within ten million either way");
    }
    if (min >= max || top <= min || top > max) {
      throw new IllegalArgumentException("a scale needs min < top <= max");
    }
    if (value < min || value > max) {
      throw new IllegalArgumentException("the score lies outside its scale");
    }
  }

  /** Likelihood to recommend, 0 to 10; promoters from 9. */
  public static Score nps(long millionths) {
    return new Score("nps-0-10", 0, 10 * ONE, 9 * ONE, millionths);
  }

  /** Satisfaction, 1 to 5; satisfied from 4. */
  public static Score csat(long millionths) {
    return new Score("csat-1-5", ONE, 5 * ONE, 4 * ONE, millionths);
  }

  /** Ease, 1 to 7; easy from 5. */
  public static Score ces(long millionths) {
    return new Score("ces-1-7", ONE, 7 * ONE, 5 * ONE, millionths);
  }

  /** A scale of the organisation's own. */
  public static Score custom(long min, long max, long top, long millionths) {
    return new Score("custom", min, max, top, millionths);
  }
}
