package org.waymark.measurement.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.MeasureChoices;
import org.waymark.measurement.Readings;
import org.waymark.metrics.MetricWords;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;

/**
 * A reading as people say it. A missing number is a sentence, never a dash or a zero.
 *
 * @param figure the number with its unit; null when there is none
 * @param interval the 95 % interval in words; null when there is none
 * @param range the interval alone, for tables
 * @param basis what the number rests on, or why there is none
 */
public record Said(
    @Nullable String figure, @Nullable String interval, @Nullable String range, String basis) {

  /** Says a reading of a metric's statistic. */
  static Said of(Frame f, Readings readings, Reading reading) {
    return switch (reading) {
      case Reading.Measured it ->
          new Said(
              figure(f, readings, it.value()),
              interval(f, readings, it),
              range(f, readings, it),
              basis(f, readings, it));
      case Reading.AtLeast it ->
          new Said(
              f.t().of("metrics.page.atLeast", figure(f, readings, it.value())),
              null,
              null,
              f.t()
                  .of(
                      "metrics.page.atLeast.basis",
                      items(f, readings.metric(), it.n()),
                      f.w().count(it.open())));
      case Reading.TooFew it ->
          new Said(
              null,
              null,
              null,
              it.n() == 0
                  ? f.t().of("metrics.page.tooFew.none", f.w().count(it.needed()))
                  : f.t()
                      .of(
                          "metrics.page.tooFew",
                          items(f, readings.metric(), it.n()),
                          f.w().count(it.needed())));
      case Reading.NoData it ->
          new Said(null, null, null, f.t().of("metrics.page.noData." + it.because().name()));
    };
  }

  /** "1,204 answers", "one case": so many of what the metric counts. */
  static String items(Frame f, MetricDefinition metric, long n) {
    String kind =
        switch (metric.measure()) {
          case Measure.Distinct _, Measure.Churn _, Measure.Retention _, Measure.Repeat _ ->
              "customer";
          case Measure.Rate rate -> rate.over().customers() ? "customer" : one(rate.over().kinds());
          case Measure.Duration _, Measure.Share _, Measure.Nps _, Measure.Mean _ ->
              one(metric.kinds());
          case Measure.Count _, Measure.Sum _, Measure.OnTime _ -> one(metric.kinds());
          case Measure.Reopened _, Measure.FirstContact _, Measure.FollowedUp _ ->
              one(metric.kinds());
        };
    return f.t().of("metrics.items." + kind, n);
  }

  private static String one(Set<Kind> kinds) {
    return kinds.size() == 1 ? kinds.iterator().next().code() : "item";
  }

  /** The number as the chart takes it, or the sentence that stands in its place. */
  static LineChart.Point point(
      Frame f, Readings readings, org.waymark.measurement.PeriodReading item) {
    return item.drawn(missing -> of(f, readings, missing).basis());
  }

  /** The name of a statistic: "median", "share within 4 hours". */
  static String statistic(Frame f, Statistic statistic) {
    return MeasureChoices.called(f, statistic);
  }

  /** "Resolution time, median". */
  static String title(Frame f, MetricDefinition metric, MetricWords words, Statistic statistic) {
    return metric.statistics().size() == 1 && metric.statistics().contains(statistic)
        ? words.label()
        : f.t().of("metrics.page.of", words.label(), statistic(f, statistic));
  }

  static String figure(Frame f, Readings readings, double value) {
    return switch (readings.unit()) {
      case SCALE, RATE -> f.w().number(value, 2);
      // what is counted one by one has no decimals to show
      case QUANTITY -> f.w().number(value, value == Math.rint(value) ? 0 : 2);
      case PERCENT, POINTS, SECONDS, COUNT -> f.w().value(value, readings.unit().code());
    };
  }

  private static @Nullable String interval(Frame f, Readings readings, Reading.Measured it) {
    Double low = it.low();
    Double high = it.high();
    if (low != null && high != null) {
      return f.t().of("metrics.page.interval", figure(f, readings, low), figure(f, readings, high));
    }
    if (low != null) {
      return f.t().of("metrics.page.interval.low", figure(f, readings, low));
    }
    return high == null ? null : f.t().of("metrics.page.interval.high", figure(f, readings, high));
  }

  private static @Nullable String range(Frame f, Readings readings, Reading.Measured it) {
    Double low = it.low();
    Double high = it.high();
    if (low != null && high != null) {
      return range(f, readings, low, high);
    }
    if (low != null) {
      return f.t().of("metrics.page.range.low", figure(f, readings, low));
    }
    return high == null ? null : f.t().of("metrics.page.range.high", figure(f, readings, high));
  }

  static String range(Frame f, Readings readings, double low, double high) {
    return switch (readings.unit()) {
      case SCALE, QUANTITY, RATE ->
          f.t().of("web.interval", f.w().number(low, 2), f.w().number(high, 2));
      case PERCENT, POINTS, SECONDS, COUNT -> f.w().interval(low, high, readings.unit().code());
    };
  }

  private static String basis(Frame f, Readings readings, Reading.Measured it) {
    StringBuilder basis = new StringBuilder(items(f, readings.metric(), it.n()));
    if (it.indicative()) {
      basis.append(f.t().of("metrics.page.join", f.t().of("metrics.page.indicative")));
    }
    if (it.open() != null && it.open() > 0) {
      basis.append(f.t().of("metrics.page.join", f.t().of("metrics.page.open", it.open())));
    }
    if (it.without() != null && it.without() > 0) {
      basis.append(f.t().of("metrics.page.join", f.t().of("metrics.page.without", it.without())));
    }
    if (it.settling()) {
      basis.append(f.t().of("metrics.page.join", f.t().of("metrics.page.settling")));
    }
    if (it.approximate()) {
      basis.append(f.t().of("metrics.page.join", f.t().of("metrics.page.approximate")));
    }
    return basis.toString();
  }
}
