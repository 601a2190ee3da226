package org.waymark.demo;

/**
 * Chance that falls the same way every time: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) with
 * strict arithmetic only, so that one seed gives the same bytes on every machine.
 */
final class Dice {
  private long state;

  /**
   * @param stream what the dice are for; each has its own, so that more of one thing does not
   *     change another
   */
  Dice(long seed, String stream) {
    long mixed = seed;
    for (int i = 0; i < stream.length(); i++) {
      mixed = mixed * 31 + stream.charAt(i);
    }
    state = mixed;
  }

  private long bits() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0, included, to 1, excluded. */
  double share() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return share() < probability;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return (int) (share() * bound);
  }

  /** Around a mean, close to normal: the sum of twelve shares has variance 1. */
  double around(double mean, double spread) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += share();
    }
    return mean + spread * sum;
  }

  /** How many of something happen when so many are expected. */
  int count(double expected) {
    return Math.max(0, (int) Math.round(around(expected, Math.sqrt(expected))));
  }

  /** Times: half are shorter than the median, a few are much longer. */
  double longTailed(double median, double spread) {
    return median * StrictMath.exp(around(0, spread));
  }

  /** The index of one of several weights, each as likely as it is heavy. */
  int pick(double... weights) {
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    double at = share() * all;
    for (int i = 0; i < weights.length - 1; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
