package org.waymark.measure;

import java.math.BigDecimal;
import org.waymark.measure.Reading.Because;
import org.waymark.measure.Reading.Measured;
import org.waymark.measure.Reading.NoData;
import org.waymark.measure.Reading.TooFew;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.Interval;

/** Readings of so many per so many of something else. */
final class RateReading {

  private RateReading() {}

  /** So many per so many, with Garwood's interval for what is counted and the rest as given. */
  static Reading of(MetricDefinition metric, Statistic statistic, RateTally tally) {
    if (tally.over() == 0) {
      return new NoData(tally.of() == 0 ? Because.NO_ITEMS : Because.NO_BASE);
    }
    if (tally.over() < metric.minimum()) {
      return new TooFew(tally.over(), metric.minimum());
    }
    if (!(statistic instanceof Statistic.Per per)) {
      throw new IllegalArgumentException(statistic.code() + " is no rate");
    }
    BigDecimal of = BigDecimal.valueOf(tally.of());
    BigDecimal over = BigDecimal.valueOf(tally.over());
    double scale = Ratio.quotient(per.many(), tally.over());
    Interval interval = Interval.garwood(tally.of()).times(scale);
    return new Measured(
        Ratio.per(of, over, per.many()),
        tally.over(),
        interval.low(),
        interval.high(),
        tally.over() < Reading.FIRM,
        of,
        over,
        null,
        null,
        null,
        false);
  }
}
