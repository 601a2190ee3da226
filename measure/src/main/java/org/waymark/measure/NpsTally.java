package org.waymark.measure;

import java.math.BigInteger;

/**
 * Answers to "how likely are you to recommend us".
 *
 * @param n all answers
 * @param promoters answers of 9 or 10
 * @param detractors answers of 0 to 6
 * @param weights of the answers that carry one
 */
public record NpsTally(
    long n,
    long promoters,
    long detractors,
    Weights weights,
    BigInteger weightPromoters,
    BigInteger weightDetractors)
    implements Tally {
  @Override
  public NpsTally plus(Tally other) {
    if (!(other instanceof NpsTally that)) {
      throw Tally.unlike(this, other);
    }
    return new NpsTally(
        n + that.n,
        promoters + that.promoters,
        detractors + that.detractors,
        weights.plus(that.weights),
        weightPromoters.add(that.weightPromoters),
        weightDetractors.add(that.weightDetractors));
  }
}
