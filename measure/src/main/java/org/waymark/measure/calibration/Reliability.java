package org.waymark.measure.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Chances in five groups of equal width, and what came of each.
 *
 * @param bins only those that are not empty, from low to high
 * @param baseRate the share of all that was reached
 */
public record Reliability(List<Bin> bins, double baseRate) {

  private static final int BINS = 5;

  /**
   * What was said about alike, and how often it came true.
   *
   * @param low lower edge, which belongs to it
   * @param high upper edge, which does not, but for 1
   * @param count how many there are, at least 1
   * @param said the mean chance
   * @param reached the share that was reached
   */
  public record Bin(double low, double high, int count, double said, double reached) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** Of at least one resolved chance. */
  public static Reliability of(List<Resolved> resolved) {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int own = bin;
      List<Resolved> members = resolved.stream().filter(one -> binOf(one) == own).toList();
      if (!members.isEmpty()) {
        double said = Scores.mean(members, one -> one.said().raw());
        bins.add(
            new Bin(
                bin / (double) BINS,
                (bin + 1) / (double) BINS,
                members.size(),
                said,
                Scores.baseRate(members)));
      }
    }
    return new Reliability(bins, Scores.baseRate(resolved));
  }

  private static int binOf(Resolved resolved) {
    return Math.min(BINS - 1, (int) (resolved.said().raw() * BINS));
  }

  /**
   * How far what was said is from what came true, squared: 0 is best. This and the next two are A.
   * H. Murphy's partition of the Brier score, Journal of Applied Meteorology 12 (1973) 595-600:
   * reliability less resolution plus uncertainty. It is exact when all chances of a bin are the
   * same.
   */
  public double reliability() {
    return weighed(bin -> square(bin.said - bin.reached));
  }

  /** How far the groups differ from the base rate, squared: more is better. */
  public double resolution() {
    return weighed(bin -> square(bin.reached - baseRate));
  }

  /** What always saying the base rate scores: how hard the matter was. */
  public double uncertainty() {
    return baseRate * (1 - baseRate);
  }

  /** The mean distance of what was said from what came true, 0 to 1: expected calibration error. */
  public double meanDistance() {
    return weighed(bin -> Math.abs(bin.said - bin.reached));
  }

  private double weighed(ToDoubleFunction<Bin> number) {
    double sum = 0;
    int count = 0;
    for (Bin bin : bins) {
      sum += bin.count * number.applyAsDouble(bin);
      count += bin.count;
    }
    return sum / count;
  }

  private static double square(double value) {
    return value * value;
  }
}
