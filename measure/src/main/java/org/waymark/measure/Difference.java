package org.waymark.measure;

import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading.Measured;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.Interval;

/**
 * Whether two readings of one statistic, over different items, lie further apart than chance would
 * put them: at 95 %, two-sided, by the formula that goes with the statistic's own interval. Where
 * there is no such formula nothing is claimed.
 */
public enum Difference {
  /** More than chance. */
  SURE,
  /** No more than noise. */
  NOISE,
  /** No formula tells; both numbers stand for themselves. */
  UNTOLD;

  /** More would take long to tell, and a difference among so many is seen without being told. */
  private static final double MOST_COUNTED = 1_000_000;

  /**
   * How far apart two readings are.
   *
   * <p>Shares: Newcombe's hybrid interval of the difference. Net promoter score: the difference of
   * the adjusted scores over the root of their variances. Counts: exact, given their sum; only for
   * periods of the same length. Rates: the same, with the odds of what they are of. Means,
   * quantiles, sums, different customers, and shares of times among which some were still open:
   * untold.
   */
  public static Difference between(
      MetricDefinition metric, Statistic statistic, Measured before, Measured after) {
    return switch (statistic) {
      case Statistic.Quantile quantile -> UNTOLD;
      case Statistic.Within within ->
          open(before) || open(after) ? UNTOLD : ofShares(before, after);
      case Statistic.Per per -> ofRates(before, after);
      case Statistic.Plain plain ->
          switch (plain) {
            case SHARE, TOP_BOX -> ofShares(before, after);
            case SCORE ->
                metric.measure() instanceof Measure.Nps ? ofScores(before, after) : UNTOLD;
            case COUNT ->
                metric.measure() instanceof Measure.Distinct
                    ? UNTOLD
                    : ofCounts(before.value(), after.value());
            case MEAN, SUM -> UNTOLD;
          };
    };
  }

  private static Difference ofShares(Measured before, Measured after) {
    Interval difference =
        Interval.difference(after.value() / 100, items(after), before.value() / 100, items(before));
    return told(difference.low() > 0 || difference.high() < 0);
  }

  private static Difference ofScores(Measured before, Measured after) {
    double z =
        (adjusted(after) - adjusted(before)) / Math.hypot(deviation(after), deviation(before));
    return told(Math.abs(z) > Interval.Z);
  }

  private static Difference ofCounts(double before, double after) {
    return ofCounts(before, 1, after, 1);
  }

  /**
   * Whether two counts, each told of so many days, are more a day than chance would make: were both
   * of one rate, the first would be binomial, given their sum, with its part of all days.
   *
   * @param daysBefore 1 or more
   * @param daysAfter 1 or more
   */
  public static Difference ofCounts(double before, long daysBefore, double after, long daysAfter) {
    double sum = before + after;
    if (before != Math.rint(before) || after != Math.rint(after) || sum > Integer.MAX_VALUE) {
      return UNTOLD;
    }
    BinomialDistribution first =
        BinomialDistribution.of((int) sum, (double) daysBefore / (daysBefore + daysAfter));
    double tail =
        Math.min(
            first.cumulativeProbability((int) before), first.survivalProbability((int) before - 1));
    return told(2 * tail < 0.05);
  }

  /**
   * Were both of one rate, the first count would be binomial, given their sum, with its part of all
   * that they are of. Two-sided: everything at most as likely as what was seen. J. Przyborowski and
   * H. Wilenski, Biometrika 31 (1940) 313-323.
   */
  private static Difference ofRates(Measured before, Measured after) {
    double first = Objects.requireNonNull(before.numerator()).doubleValue();
    double sum = first + Objects.requireNonNull(after.numerator()).doubleValue();
    if (sum > MOST_COUNTED) {
      return UNTOLD;
    }
    double over = Objects.requireNonNull(before.denominator()).doubleValue();
    double all = over + Objects.requireNonNull(after.denominator()).doubleValue();
    BinomialDistribution chance = BinomialDistribution.of((int) sum, over / all);
    double seen = chance.probability((int) first) * (1 + 1e-7);
    double tail =
        IntStream.rangeClosed(0, (int) sum)
            .mapToDouble(chance::probability)
            .filter(likelihood -> likelihood <= seen)
            .sum();
    return told(tail < 0.05);
  }

  /** The score with three answers added in thought, as its interval has it; -100 to 100. */
  private static double adjusted(Measured reading) {
    return reading.value() * items(reading) / (items(reading) + 3);
  }

  /**
   * The standard deviation of the adjusted score, from the end of its interval that was not cut.
   */
  private static double deviation(Measured reading) {
    double high = Objects.requireNonNull(reading.high());
    double low = Objects.requireNonNull(reading.low());
    double half = high < 100 ? high - adjusted(reading) : adjusted(reading) - low;
    return half / Interval.Z;
  }

  /** How many items it rests on; for weighted readings Kish's effective number. */
  private static double items(Measured reading) {
    @Nullable Double effective = reading.nEffective();
    if (effective != null) {
      return effective;
    }
    return reading.denominator() == null ? reading.n() : reading.denominator().doubleValue();
  }

  private static boolean open(Measured reading) {
    return reading.open() != null && reading.open() > 0;
  }

  private static Difference told(boolean sure) {
    return sure ? SURE : NOISE;
  }
}
