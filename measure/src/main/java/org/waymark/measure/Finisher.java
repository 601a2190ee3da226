package org.waymark.measure;

import static org.waymark.measure.Ratio.decimal;
import static org.waymark.measure.Ratio.percent;
import static org.waymark.measure.Ratio.quotient;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading.Because;
import org.waymark.measure.Reading.Measured;
import org.waymark.measure.Reading.NoData;
import org.waymark.measure.Reading.TooFew;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.Interval;

/**
 * Makes a reading of what an engine added up: the ratio, the quantile, the interval. One rule for
 * all engines, in Java, from whole numbers. docs/measurement.md explains each choice.
 */
public final class Finisher {

  private static final BigInteger ONE = BigInteger.valueOf(Score.ONE);
  private static final BigInteger ONE_SQUARED = ONE.multiply(ONE);

  private Finisher() {}

  /**
   * The reading of a statistic.
   *
   * @param tally what the items add up to, or null when there is none
   * @param weighted take survey weights into account; answers without one are left out and counted
   *     in {@code without}
   * @param known how far each source is known, for items that are still open
   * @throws IllegalArgumentException when the measure has no such statistic, or no weights
   */
  public static Reading finish(
      MetricDefinition metric,
      Statistic statistic,
      @Nullable Tally tally,
      boolean weighted,
      Known known) {
    if (!metric.measure().supports(statistic)) {
      throw new IllegalArgumentException(statistic.code() + " cannot be made of " + metric.key());
    }
    if (weighted && !metric.measure().weighs()) {
      throw new IllegalArgumentException(metric.key() + " knows no weights");
    }
    return switch (tally) {
      case null -> new NoData(Because.NO_ITEMS);
      case CountTally count -> count(count);
      case SumTally sum -> sum(sum);
      case ShareTally share -> weighted ? weighted(metric, share) : share(metric, share);
      case NpsTally nps -> weighted ? weighted(metric, nps) : nps(metric, nps);
      case ScoreTally score ->
          statistic == Statistic.Plain.MEAN
              ? (weighted ? weightedMean(metric, score) : mean(metric, score))
              : (weighted ? weightedTopBox(metric, score) : topBox(metric, score));
      case OnTimeTally onTime -> onTime(metric, onTime);
      case DurationTally duration -> new DurationReading(metric, duration, known).finish(statistic);
      case RateTally rate -> RateReading.of(metric, statistic, rate);
      case PeriodTally period -> period(metric, period);
    };
  }

  /** A count, with Garwood's interval. Counts need no minimum: they are what they are. */
  private static Reading count(CountTally tally) {
    BigDecimal value = BigDecimal.valueOf(tally.items()).add(decimal(tally.added()));
    if (value.signum() == 0) {
      return new NoData(Because.NO_ITEMS);
    }
    Interval interval = Interval.garwood(value.doubleValue());
    return new Measured(
        value.doubleValue(),
        value.longValue(),
        interval.low(),
        interval.high(),
        false,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** A sum; it has no interval, for nothing is known of how quantities vary. */
  private static Reading sum(SumTally tally) {
    if (tally.items() == 0) {
      return new NoData(Because.NO_ITEMS);
    }
    double value = new BigDecimal(tally.sum(), 6).doubleValue();
    return new Measured(
        value, tally.items(), null, null, false, null, null, null, null, null, false);
  }

  private static Reading share(MetricDefinition metric, ShareTally tally) {
    return wilson(metric, Ratio.of(tally.met(), tally.addedMet(), tally.n(), tally.addedN()), null);
  }

  private static Reading topBox(MetricDefinition metric, ScoreTally tally) {
    return wilson(metric, Ratio.of(tally.top(), tally.addedTop(), tally.n(), tally.addedN()), null);
  }

  private static Reading onTime(MetricDefinition metric, OnTimeTally tally) {
    Ratio ratio = Ratio.of(tally.met(), tally.addedMet(), tally.due(), tally.addedDue());
    if (ratio.of().signum() == 0) {
      return new NoData(Because.NOTHING_DUE);
    }
    return wilson(metric, ratio, tally.without());
  }

  private static Reading wilson(MetricDefinition metric, Ratio ratio, @Nullable Long without) {
    long n = ratio.of().longValue();
    if (ratio.of().signum() == 0) {
      return new NoData(Because.NO_ITEMS);
    }
    if (n < metric.minimum()) {
      return new TooFew(n, metric.minimum());
    }
    Interval interval = Interval.wilson(ratio.share(), ratio.of().doubleValue()).times(100);
    return new Measured(
        ratio.percent(),
        n,
        interval.low(),
        interval.high(),
        n < Reading.FIRM,
        ratio.met(),
        ratio.of(),
        null,
        null,
        without,
        false);
  }

  /** What a period tells of customers, or of items followed beyond their day. */
  private static Reading period(MetricDefinition metric, PeriodTally tally) {
    if (metric.measure() instanceof Measure.Distinct) {
      return tally.n() == 0 ? new NoData(Because.NO_ITEMS) : customers(tally);
    }
    long met =
        metric.measure() instanceof Measure.Retention ? tally.n() - tally.met() : tally.met();
    Reading reading = wilson(metric, Ratio.of(met, 0, tally.n(), 0), tally.without());
    return tally.unsettled() > 0 && reading instanceof Measured measured
        ? measured.whileSettling()
        : reading;
  }

  /** Different customers: counted, not estimated, and they stay; so there is no interval. */
  private static Reading customers(PeriodTally tally) {
    return new Measured(
        tally.n(), tally.n(), null, null, false, null, null, null, null, tally.without(), false);
  }

  private static Reading nps(MetricDefinition metric, NpsTally tally) {
    long n = tally.n();
    if (n == 0) {
      return new NoData(Because.NO_ITEMS);
    }
    if (n < metric.minimum()) {
      return new TooFew(n, metric.minimum());
    }
    Interval interval =
        Interval.adjustedWald(quotient(tally.promoters(), n), quotient(tally.detractors(), n), n)
            .times(100);
    BigDecimal numerator = BigDecimal.valueOf(tally.promoters() - tally.detractors());
    return new Measured(
        percent(numerator, BigDecimal.valueOf(n)),
        n,
        interval.low(),
        interval.high(),
        n < Reading.FIRM,
        numerator,
        BigDecimal.valueOf(n),
        null,
        null,
        null,
        false);
  }

  /** The mean score with Student's t interval. */
  private static Reading mean(MetricDefinition metric, ScoreTally tally) {
    long n = tally.n();
    if (n == 0) {
      return new NoData(Because.NO_ITEMS);
    }
    if (n < metric.minimum()) {
      return new TooFew(n, metric.minimum());
    }
    BigInteger count = BigInteger.valueOf(n);
    // n times the sum of squared distances from the mean, exactly: n * sum(s^2) - (sum s)^2
    BigInteger spread = count.multiply(tally.squares()).subtract(tally.sum().multiply(tally.sum()));
    double variance =
        quotient(spread, count.multiply(BigInteger.valueOf(n - 1)).multiply(ONE_SQUARED));
    double mean = quotient(tally.sum(), count.multiply(ONE));
    Interval interval = Interval.mean(mean, variance, n);
    return new Measured(
        mean,
        n,
        interval.low(),
        interval.high(),
        n < Reading.FIRM,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  private static Reading weighted(MetricDefinition metric, ShareTally tally) {
    return weightedShare(
        metric,
        tally.weights(),
        tally.weightMet(),
        unweighted(tally.n(), tally.addedN(), tally.weights()));
  }

  private static Reading weightedTopBox(MetricDefinition metric, ScoreTally tally) {
    return weightedShare(
        metric,
        tally.weights(),
        tally.weightTop(),
        unweighted(tally.n(), tally.addedN(), tally.weights()));
  }

  /** Wilson's interval with Kish's effective number of answers in the place of n. */
  private static Reading weightedShare(
      MetricDefinition metric, Weights weights, BigInteger met, long without) {
    @Nullable Reading missing = missing(metric, weights);
    if (missing != null) {
      return missing;
    }
    double effective = weights.effective();
    Interval interval = Interval.wilson(quotient(met, weights.sum()), effective).times(100);
    return weightedReading(
        percent(new BigDecimal(met), new BigDecimal(weights.sum())),
        weights,
        effective,
        interval,
        decimal(met),
        without);
  }

  private static Reading weighted(MetricDefinition metric, NpsTally tally) {
    Weights weights = tally.weights();
    @Nullable Reading missing = missing(metric, weights);
    if (missing != null) {
      return missing;
    }
    double effective = weights.effective();
    Interval interval =
        Interval.adjustedWald(
                quotient(tally.weightPromoters(), weights.sum()),
                quotient(tally.weightDetractors(), weights.sum()),
                effective)
            .times(100);
    BigInteger numerator = tally.weightPromoters().subtract(tally.weightDetractors());
    return weightedReading(
        percent(new BigDecimal(numerator), new BigDecimal(weights.sum())),
        weights,
        effective,
        interval,
        decimal(numerator),
        tally.n() - weights.n());
  }

  /**
   * The weighted mean. Its variance is the weighted mean squared distance, enlarged by m / (m - 1)
   * for the effective number of answers m, and m takes the place of n in Student's interval.
   */
  private static Reading weightedMean(MetricDefinition metric, ScoreTally tally) {
    Weights weights = tally.weights();
    @Nullable Reading missing = missing(metric, weights);
    if (missing != null) {
      return missing;
    }
    double effective = weights.effective();
    double mean = quotient(tally.weightedSum(), weights.sum().multiply(ONE));
    BigInteger spread =
        weights
            .sum()
            .multiply(tally.weightedSquares())
            .subtract(tally.weightedSum().multiply(tally.weightedSum()));
    double variance = quotient(spread, weights.sum().multiply(weights.sum()).multiply(ONE_SQUARED));
    @Nullable Interval interval =
        effective > 1
            ? Interval.mean(mean, variance * effective / (effective - 1), effective)
            : null;
    return weightedReading(mean, weights, effective, interval, null, tally.n() - weights.n());
  }

  private static Reading weightedReading(
      double value,
      Weights weights,
      double effective,
      @Nullable Interval interval,
      @Nullable BigDecimal numerator,
      long without) {
    return new Measured(
        value,
        weights.n(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        weights.n() < Reading.FIRM,
        numerator,
        numerator == null ? null : decimal(weights.sum()),
        effective,
        null,
        without,
        false);
  }

  private static @Nullable Reading missing(MetricDefinition metric, Weights weights) {
    if (weights.sum().signum() == 0) {
      return new NoData(Because.NO_WEIGHTS);
    }
    return weights.n() < metric.minimum() ? new TooFew(weights.n(), metric.minimum()) : null;
  }

  private static long unweighted(long n, long added, Weights weights) {
    return n - weights.n() + added / Score.ONE;
  }
}
