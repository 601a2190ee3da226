package org.waymark.measurement;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.metrics.Metrics;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/** What forms offer to be measured, and what it is called. */
@Component
public class MeasureChoices {
  private final Metrics metrics;

  MeasureChoices(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Every metric with each of its statistics, sent as {@code key statistic}. */
  public List<Option> all(Frame frame) {
    List<Option> options = new ArrayList<>();
    for (MetricDefinition metric : metrics.all()) {
      for (Statistic statistic : metric.statistics()) {
        options.add(
            new Option(
                metric.key() + " " + statistic.code(), called(frame, metric, statistic.code())));
      }
    }
    return options;
  }

  /** "Resolution time: median"; of a metric with one statistic its name alone. */
  public String called(Frame frame, MetricDefinition metric, String statistic) {
    String label = metrics.words(metric, frame.t().locale()).label();
    return metric.statistics().size() == 1
        ? label
        : label + ": " + called(frame, Statistic.of(statistic));
  }

  /** "median", "share within 4 hours". */
  public static String called(Frame frame, Statistic statistic) {
    return switch (statistic) {
      case Statistic.Within within ->
          frame.t().of("metrics.statistic.within", frame.w().duration(within.limit()));
      case Statistic.Quantile quantile ->
          frame.t().has("metrics.statistic." + quantile.code())
              ? frame.t().of("metrics.statistic." + quantile.code())
              : frame.t().of("metrics.statistic.quantile", quantile.percent());
      case Statistic.Per per -> frame.t().of("metrics.statistic.per", per.many());
      case Statistic.Plain plain -> frame.t().of("metrics.statistic." + plain.code());
    };
  }
}
