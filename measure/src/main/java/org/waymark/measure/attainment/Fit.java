package org.waymark.measure.attainment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * All members after all readings.
 *
 * @param transform the scale they see the series on
 * @param unit the size of one step on that scale: the standard deviation of successive differences
 * @param season what months add, when that is known
 * @param latest the transformed readings, none taken away; NaN where one is missing
 * @param members their states
 * @param weights how much each is believed, adding up to 1
 */
record Fit(
    Transform transform,
    double unit,
    Optional<Season> season,
    double[] latest,
    List<Filtered> members,
    double[] weights) {

  private static final double ROUNDING = 1e-12;

  /** A series of at least one reading. */
  static Fit of(Series whole, Quantity quantity) {
    Series series = whole.fromFirstReading();
    Transform transform = Transform.of(quantity, series);
    Scaled scaled = Scaled.of(series, transform);
    double unit = unit(scaled);
    double[] values = Arrays.stream(scaled.values()).map(value -> value / unit).toArray();
    List<Filtered> members =
        Member.GRID.stream().map(member -> Filtered.of(member, values, scaled.rarity())).toList();
    return new Fit(
        transform, unit, scaled.season(), readings(series, transform), members, weights(members));
  }

  private static double[] readings(Series series, Transform transform) {
    return series.points().stream()
        .mapToDouble(
            point ->
                switch (point) {
                  case Point.Read one -> transform.of(one.value(), one.answers());
                  case Point.Missing missing -> Double.NaN;
                })
        .toArray();
  }

  /**
   * Population standard deviation of successive differences; 1 where they were all the same, but
   * for what arithmetic with doubles makes of them.
   */
  private static double unit(Scaled scaled) {
    double[] values = scaled.read();
    int n = values.length - 1;
    double mean = (values[n] - values[0]) / n;
    double squares = 0;
    for (int i = 1; i <= n; i++) {
      double distance = values[i] - values[i - 1] - mean;
      squares += distance * distance;
    }
    double unit = Math.sqrt(squares / n);
    double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    return unit > ROUNDING * largest ? unit : 1;
  }

  private static double[] weights(List<Filtered> members) {
    double[] logs = members.stream().mapToDouble(Filtered::logWeight).toArray();
    double most = Arrays.stream(logs).max().orElseThrow();
    double[] weights = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /**
   * What all members together expect of a mean of readings, on the scale of the transform.
   *
   * @param steps the last of them lies so many periods ahead
   * @param pooled how many there are; those that lie behind are known, or missing and left out
   */
  Mixture ahead(int steps, int pooled) {
    int ahead = Math.min(steps, pooled);
    double[] behind = behind(pooled - ahead);
    int count = ahead + behind.length;
    double known = Arrays.stream(behind).sum();
    for (int step = steps - ahead + 1; step <= steps; step++) {
      known += season(step);
    }
    double[] centres = new double[members.size()];
    double[] widths = new double[members.size()];
    for (int i = 0; i < centres.length; i++) {
      Filtered member = members.get(i);
      Filtered.Sum sum = member.sum(steps, ahead);
      double variance = sum.variance() * member.squares() / member.freedom();
      centres[i] = (sum.mean() * unit + known) / count;
      widths[i] = Math.sqrt(variance) * unit / count;
    }
    return new Mixture(TDistribution.of(freedom()), weights, centres, widths);
  }

  /** The readings there are among the last so many points. */
  double[] behind(int many) {
    return Arrays.stream(latest, Math.max(0, latest.length - many), latest.length)
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  double freedom() {
    return members.getFirst().freedom();
  }

  /** What the month so many periods ahead adds; 0 where no season is known. */
  double season(int steps) {
    return season.map(known -> known.at(latest.length - 1 + steps)).orElse(0.0);
  }
}
