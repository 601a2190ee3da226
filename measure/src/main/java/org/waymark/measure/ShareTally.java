package org.waymark.measure;

import java.math.BigInteger;

/**
 * A share: so many of so many.
 *
 * @param n items counted one by one
 * @param met those of them for which the condition holds
 * @param addedN all that tallies brought, in millionths
 * @param addedMet those of them that met it, in millionths
 * @param weights of the items that carry one
 * @param weightMet sum of the weights of those that met it
 */
public record ShareTally(
    long n, long met, long addedN, long addedMet, Weights weights, BigInteger weightMet)
    implements Tally {
  @Override
  public ShareTally plus(Tally other) {
    if (!(other instanceof ShareTally that)) {
      throw Tally.unlike(this, other);
    }
    return new ShareTally(
        n + that.n,
        met + that.met,
        Math.addExact(addedN, that.addedN),
        Math.addExact(addedMet, that.addedMet),
        weights.plus(that.weights),
        weightMet.add(that.weightMet));
  }
}
