package org.waymark.measure;

import java.math.BigInteger;

/**
 * A sum of quantities.
 *
 * @param items how many were added
 * @param sum in millionths
 */
public record SumTally(long items, BigInteger sum) implements Tally {
  @Override
  public SumTally plus(Tally other) {
    if (!(other instanceof SumTally that)) {
      throw Tally.unlike(this, other);
    }
    return new SumTally(items + that.items, sum.add(that.sum));
  }
}
