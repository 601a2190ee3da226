package org.waymark.measure;

import java.math.BigInteger;

/**
 * Answers on a scale.
 *
 * @param n answers
 * @param top answers in the scale's top box
 * @param sum of the scores, in millionths
 * @param squares sum of the squared scores, in millionths squared
 * @param addedN answers brought by tallies, in millionths; they count for the top box alone
 * @param addedTop those of them in the top box, in millionths
 * @param weights of the answers that carry one
 * @param weightTop sum of the weights of answers in the top box
 * @param weightedSum sum of weight times score
 * @param weightedSquares sum of weight times score squared
 */
public record ScoreTally(
    long n,
    long top,
    BigInteger sum,
    BigInteger squares,
    long addedN,
    long addedTop,
    Weights weights,
    BigInteger weightTop,
    BigInteger weightedSum,
    BigInteger weightedSquares)
    implements Tally {
  @Override
  public ScoreTally plus(Tally other) {
    if (!(other instanceof ScoreTally that)) {
      throw Tally.unlike(this, other);
    }
    return new ScoreTally(
        n + that.n,
        top + that.top,
        sum.add(that.sum),
        squares.add(that.squares),
        Math.addExact(addedN, that.addedN),
        Math.addExact(addedTop, that.addedTop),
        weights.plus(that.weights),
        weightTop.add(that.weightTop),
        weightedSum.add(that.weightedSum),
        weightedSquares.add(that.weightedSquares));
  }
}
