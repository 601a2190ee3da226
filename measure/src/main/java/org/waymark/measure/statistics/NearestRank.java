package org.waymark.measure.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles by nearest rank: the smallest value that at least p percent of all values do not exceed
 * (type 1 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361-365). So "p90 is at
 * most T" and "at least 90 % are within T" are one statement.
 */
public final class NearestRank {
  private NearestRank() {}

  /** The rank of a quantile among n values, counted from 1, in whole-number arithmetic. */
  public static long rank(int percent, long n) {
    return (Math.multiplyExact(percent, n) + 99) / 100;
  }

  /**
   * Lower rank of the distribution-free 95 % interval of a quantile, or null where n is too small
   * for one: the largest rank whose value lies above the quantile with at most 2.5 % probability,
   * by the binomial distribution. W. J. Conover, Practical Nonparametric Statistics (1999), 3.2.
   */
  public static @Nullable Long lowRank(int percent, long n) {
    BinomialDistribution below = BinomialDistribution.of(Math.toIntExact(n), percent / 100.0);
    int rank = below.inverseCumulativeProbability(Interval.TAIL);
    while (rank > 0 && below.cumulativeProbability(rank - 1) > Interval.TAIL) {
      rank--;
    }
    while (below.cumulativeProbability(rank) <= Interval.TAIL) {
      rank++;
    }
    return rank == 0 ? null : (long) rank;
  }

  /** Upper rank of the same interval, or null: 36 values are needed for p90, 6 for the median. */
  public static @Nullable Long highRank(int percent, long n) {
    BinomialDistribution below = BinomialDistribution.of(Math.toIntExact(n), percent / 100.0);
    long rank = below.inverseSurvivalProbability(Interval.TAIL) + 1L;
    return rank > n ? null : rank;
  }
}
