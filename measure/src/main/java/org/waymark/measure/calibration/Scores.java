package org.waymark.measure.calibration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Proper scores: who says what they believe scores best. All are better when lower. All take at
 * least one resolved chance.
 */
public final class Scores {

  private static final double LEAST = 0.005;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Scores() {}

  /**
   * Mean squared error of chances: 0 is perfect, 0.25 is what always saying one half scores. G. W.
   * Brier, Monthly Weather Review 78 (1950) 1-3.
   */
  public static double brier(List<Resolved> resolved) {
    return mean(resolved, one -> one.error() * one.error());
  }

  /**
   * Mean negative natural logarithm of the chance given to what happened; chances are taken from
   * 0.005 to 0.995, so that one certainty gone wrong does not outweigh all else. I. J. Good,
   * Journal of the Royal Statistical Society B 14 (1952) 107-114.
   */
  public static double logarithmic(List<Resolved> resolved) {
    return mean(
        resolved,
        one -> {
          double said = Math.clamp(one.said().raw(), LEAST, 1 - LEAST);
          return -Math.log(one.reached() ? said : 1 - said);
        });
  }

  /**
   * How far the Brier score is from what it would be on average were every chance right: standard
   * normal then, so that beyond 2 either way is a sign of chances too sure or not sure enough. D.
   * J. Spiegelhalter, Statistics in Medicine 5 (1986) 421-433.
   *
   * @return nothing when every chance was 0, one half or 1, of which it cannot tell anything
   */
  public static OptionalDouble spiegelhalter(List<Resolved> resolved) {
    double sum = 0;
    double variance = 0;
    for (Resolved one : resolved) {
      double said = one.said().raw();
      double tilt = 1 - 2 * said;
      sum += one.error() * tilt;
      variance += tilt * tilt * said * (1 - said);
    }
    return variance > 0 ? OptionalDouble.of(sum / Math.sqrt(variance)) : OptionalDouble.empty();
  }

  /**
   * Continuous ranked probability score of a normal forecast, in the unit of the value. T. Gneiting
   * and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359-378, (21).
   *
   * @param deviation above 0
   */
  public static double ranked(double mean, double deviation, double value) {
    double z = (value - mean) / deviation;
    double inside = 2 * NORMAL.cumulativeProbability(z) - 1;
    return deviation * (z * inside + 2 * NORMAL.density(z) - 1 / Math.sqrt(Math.PI));
  }

  /** The share that was reached. */
  public static double baseRate(List<Resolved> resolved) {
    return mean(resolved, Resolved::outcome);
  }

  static double mean(List<Resolved> resolved, ToDoubleFunction<Resolved> number) {
    return resolved.stream().mapToDouble(number).average().orElseThrow();
  }
}
