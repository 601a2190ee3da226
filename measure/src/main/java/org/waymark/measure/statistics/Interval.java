package org.waymark.measure.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A two-sided 95 % interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

  /** The 97.5 % point of the standard normal distribution. */
  public static final double Z = 1.959964;

  /** What lies outside on each side. */
  static final double TAIL = 0.025;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval runs from low to high");
    }
  }

  public Interval times(double factor) {
    return new Interval(low * factor, high * factor);
  }

  /**
   * Wilson's score interval for a share between 0 and 1. E. B. Wilson, JASA 22 (1927) 209-212;
   * method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872.
   *
   * @param share observed share, 0 to 1
   * @param n number of observations, above 0; need not be whole
   */
  public static Interval wilson(double share, double n) {
    double z2 = Z * Z;
    double centre = 2 * n * share + z2;
    double half = Z * Math.sqrt(z2 + 4 * n * share * (1 - share));
    double scale = 2 * (n + z2);
    // At the ends the root is exact in theory but not in floating point.
    double low = share == 0 ? 0 : Math.max(0, (centre - half) / scale);
    double high = share == 1 ? 1 : Math.min(1, (centre + half) / scale);
    return new Interval(low, high);
  }

  /**
   * Newcombe's hybrid score interval for the difference of two independent shares (first less
   * second); method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890.
   */
  public static Interval difference(double first, double n1, double second, double n2) {
    Interval a = wilson(first, n1);
    Interval b = wilson(second, n2);
    double difference = first - second;
    return new Interval(
        difference - Math.hypot(first - a.low, b.high - second),
        difference + Math.hypot(a.high - first, second - b.low));
  }

  /**
   * Adjusted Wald interval for a net promoter score between -1 and 1: three quarters of an answer
   * are added to promoters and to detractors, three answers in all, and the ends are cut at -1 and
   * 1. B. Rocks, The American Statistician 70 (2016) 365-372; J. R. Lewis and J. Sauro,
   * measuringu.com.
   *
   * @param promoters share of promoters, 0 to 1
   * @param detractors share of detractors, 0 to 1
   * @param n number of answers, above 0; need not be whole
   */
  public static Interval adjustedWald(double promoters, double detractors, double n) {
    double adjusted = n + 3;
    double p = (promoters * n + 0.75) / adjusted;
    double d = (detractors * n + 0.75) / adjusted;
    double half = Z * Math.sqrt((p + d - (p - d) * (p - d)) / adjusted);
    return new Interval(Math.max(-1, p - d - half), Math.min(1, p - d + half));
  }

  /**
   * Garwood's exact interval for a Poisson count. F. Garwood, Biometrika 28 (1936) 437-442.
   *
   * @param count 0 or more; need not be whole
   */
  public static Interval garwood(double count) {
    double low =
        count == 0
            ? 0
            : ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(TAIL) / 2;
    double high = ChiSquaredDistribution.of(2 * count + 2).inverseSurvivalProbability(TAIL) / 2;
    return new Interval(low, high);
  }

  /**
   * Student's t interval for a mean. Student, Biometrika 6 (1908) 1-25.
   *
   * @param variance sample variance, with n - 1 below
   * @param n number of observations, above 1; need not be whole
   */
  public static Interval mean(double mean, double variance, double n) {
    double half =
        TDistribution.of(n - 1).inverseSurvivalProbability(TAIL) * Math.sqrt(variance / n);
    return new Interval(mean - half, mean + half);
  }
}
