package org.waymark.measure.attainment;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Several Student t distributions of the same freedom, each with a weight, a centre and a width.
 *
 * @param weights not negative, adding up to 1
 * @param centres their means
 * @param widths their scales, above 0
 */
record Mixture(TDistribution shape, double[] weights, double[] centres, double[] widths) {

  private static final int STEPS = 100;
  private static final double EXACT = 1e-9;

  double mean() {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * centres[i];
    }
    return mean;
  }

  /** The chance of a value of at least this. */
  double atLeast(double value) {
    double chance = 0;
    for (int i = 0; i < weights.length; i++) {
      chance += weights[i] * shape.survivalProbability((value - centres[i]) / widths[i]);
    }
    return Math.min(1, chance); // weights add up to 1 but for rounding
  }

  /** The chance of a value of at most this. */
  double atMost(double value) {
    double chance = 0;
    for (int i = 0; i < weights.length; i++) {
      chance += weights[i] * shape.cumulativeProbability((value - centres[i]) / widths[i]);
    }
    return Math.min(1, chance); // weights add up to 1 but for rounding
  }

  /**
   * The value that is not exceeded with this probability: by Newton's steps, and by halving where
   * they would leave the bracket that the members' own quantiles make.
   *
   * @param probability above 0 and below 1
   */
  double quantile(double probability) {
    double reach = shape.inverseCumulativeProbability(probability);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double own = centres[i] + reach * widths[i];
      low = Math.min(low, own);
      high = Math.max(high, own);
    }
    double tolerance = EXACT * (high - low);
    double value = mean() + reach * (high - low) / 2;
    for (int step = 0; step < STEPS && high - low > tolerance; step++) {
      if (!(value > low && value < high)) {
        value = low + (high - low) / 2;
      }
      double excess = atMost(value) - probability;
      if (excess > 0) {
        high = value;
      } else {
        low = value;
      }
      double stride = excess / density(value);
      value -= stride;
      if (Math.abs(stride) < tolerance) {
        break;
      }
    }
    return Math.clamp(value, low, high);
  }

  /** The same a distance away, and wider by an independent error of this standard deviation. */
  Mixture moved(double distance, double error) {
    return new Mixture(
        shape,
        weights,
        Arrays.stream(centres).map(centre -> centre + distance).toArray(),
        Arrays.stream(widths).map(width -> Math.hypot(width, error)).toArray());
  }

  private double density(double value) {
    double density = 0;
    for (int i = 0; i < weights.length; i++) {
      density += weights[i] * shape.density((value - centres[i]) / widths[i]) / widths[i];
    }
    return density;
  }
}
