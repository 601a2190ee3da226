package org.waymark.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading.AtLeast;
import org.waymark.measure.Reading.Because;
import org.waymark.measure.Reading.Measured;
import org.waymark.measure.Reading.NoData;
import org.waymark.measure.Reading.TooFew;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.Interval;
import org.waymark.measure.statistics.KaplanMeier;
import org.waymark.measure.statistics.NearestRank;
import org.waymark.measure.statistics.Pool;

/** Readings of how long things took, with open items as censored observations. */
final class DurationReading {

  private static final double MICROS = 1_000_000;

  private final MetricDefinition metric;
  private final DurationTally tally;
  private final Pool finished;
  private final long open;
  private final long n;
  private final KaplanMeier curve;

  DurationReading(MetricDefinition metric, DurationTally tally, Known known) {
    this.metric = metric;
    this.tally = tally;
    this.finished = tally.pool();
    this.curve = new KaplanMeier(finished, tally.censored(known));
    this.n = curve.n();
    this.open = n - finished.total();
  }

  Reading finish(Statistic statistic) {
    if (n == 0) {
      return new NoData(tally.without() > 0 ? Because.NO_HOURS : Because.NO_ITEMS);
    }
    return switch (statistic) {
      case Statistic.Quantile quantile -> quantile(quantile.percent());
      case Statistic.Within within -> within(within.micros());
      case Statistic.Plain mean -> mean();
      case Statistic.Per per -> throw new IllegalArgumentException("a duration is no rate");
    };
  }

  private Reading quantile(int percent) {
    if (n < metric.minimum()) {
      return new TooFew(n, metric.minimum());
    }
    @Nullable Long value = curve.quantile(percent);
    if (value == null) {
      return new AtLeast(curve.lastSeen() / MICROS, n, open, tally.approximate());
    }
    if (open == 0) {
      @Nullable Long low = NearestRank.lowRank(percent, n);
      @Nullable Long high = NearestRank.highRank(percent, n);
      if (low == null || high == null) {
        return measured(value / MICROS, n, null, null, null, null);
      }
      return measured(
          value / MICROS,
          n,
          seconds(finished.select(low)),
          seconds(finished.select(high)),
          null,
          null);
    }
    return measured(
        value / MICROS,
        n,
        seconds(curve.quantileLow(percent)),
        seconds(curve.quantileHigh(percent)),
        null,
        null);
  }

  private Reading within(long limit) {
    if (n < metric.minimum()) {
      return new TooFew(n, metric.minimum());
    }
    BigDecimal share = curve.endedBy(limit);
    double percent = share.movePointRight(2).doubleValue();
    if (!curve.knownAt(limit)) {
      return new AtLeast(percent, n, open, tally.approximate());
    }
    if (!curve.censoredBefore(limit)) {
      long met = finished.upTo(limit);
      Interval interval = Interval.wilson(Ratio.quotient(met, n), n).times(100);
      return measured(
          percent,
          n,
          interval.low(),
          interval.high(),
          BigDecimal.valueOf(met),
          BigDecimal.valueOf(n));
    }
    Interval interval = withinInterval(limit, share);
    return measured(percent, n, interval.low(), interval.high(), null, null);
  }

  /**
   * Greenwood's interval; where the curve is still at 0 % or already at 100 % it says nothing, and
   * Wilson's for the items that were seen throughout (still open, or ended) takes its place.
   */
  private Interval withinInterval(long limit, BigDecimal share) {
    @Nullable Interval survival = curve.survivalInterval(limit);
    if (survival != null) {
      return new Interval(100 * (1 - survival.high()), 100 * (1 - survival.low()));
    }
    long seen = share.signum() == 0 ? curve.stillSeenAfter(limit) : finished.upTo(limit);
    return Interval.wilson(share.doubleValue(), Math.max(seen, 1)).times(100);
  }

  /** The mean of what has finished; it says how much has not. */
  private Reading mean() {
    long ended = finished.total();
    if (ended == 0) {
      return new NoData(Because.NOTHING_FINISHED);
    }
    if (ended < metric.minimum()) {
      return new TooFew(ended, metric.minimum());
    }
    BigInteger count = BigInteger.valueOf(ended);
    BigInteger sum = finished.sum();
    double mean = Ratio.quotient(sum, count); // microseconds
    // ended times the sum of squared distances from the mean, exactly: n * sum(t^2) - (sum t)^2
    BigInteger spread = count.multiply(finished.squares()).subtract(sum.multiply(sum));
    double variance = Ratio.quotient(spread, count.multiply(BigInteger.valueOf(ended - 1)));
    Interval interval = Interval.mean(mean, variance, ended);
    return measured(
        mean / MICROS, ended, interval.low() / MICROS, interval.high() / MICROS, null, null);
  }

  private static @Nullable Double seconds(@Nullable Long micros) {
    return micros == null ? null : micros / MICROS;
  }

  private Measured measured(
      double value,
      long items,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator) {
    return new Measured(
        value,
        items,
        low,
        high,
        items < Reading.FIRM,
        numerator,
        denominator,
        null,
        open,
        metric.measure().byBusinessHours() ? tally.without() : null,
        tally.approximate());
  }
}
