package org.waymark.measure.attainment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A series as the members see it: transformed, without what its months add.
 *
 * @param values one a period; 0 at missing ones
 * @param rarity how many times fewer answers a reading has than usual, 1 where that is not known; 0
 *     at missing ones
 * @param season what was taken away, when it was
 */
record Scaled(double[] values, double[] rarity, Optional<Season> season) {

  static Scaled of(Series series, Transform transform) {
    List<Point> points = series.points();
    double[] values = new double[points.size()];
    double[] rarity = new double[points.size()];
    double usual = series.typicalAnswers();
    for (int t = 0; t < values.length; t++) {
      if (points.get(t) instanceof Point.Read one) {
        values[t] = transform.of(one.value(), one.answers());
        rarity[t] = usual == 0 ? 1 : usual / one.answers();
      }
    }
    Scaled scaled = new Scaled(values, rarity, Optional.empty());
    return series.monthly() && scaled.read().length >= Season.NEEDED
        ? scaled.withoutSeason()
        : scaled;
  }

  private Scaled withoutSeason() {
    boolean[] read = new boolean[values.length];
    for (int t = 0; t < read.length; t++) {
      read[t] = rarity[t] > 0;
    }
    Season season = Season.of(values, read);
    double[] plain = values.clone();
    for (int t = 0; t < plain.length; t++) {
      plain[t] -= season.at(t);
    }
    return new Scaled(plain, rarity, Optional.of(season));
  }

  /** The values of the readings there are. */
  double[] read() {
    return IntStream.range(0, values.length)
        .filter(t -> rarity[t] > 0)
        .mapToDouble(t -> values[t])
        .toArray();
  }
}
