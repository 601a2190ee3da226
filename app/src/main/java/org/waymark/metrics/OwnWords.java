package org.waymark.metrics;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;

/** Words for a workspace's own metric, made from its definition: it says what it does, no more. */
final class OwnWords {

  private OwnWords() {}

  static MetricWords of(MetricDefinition metric, Locale locale) {
    String measure = name(metric.measure());
    String kinds =
        metric.kinds().isEmpty()
            ? MetricWords.say(locale, "metrics.own.everything")
            : metric.kinds().stream()
                .map(Kind::code)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    return new MetricWords(
        metric.label(),
        MetricWords.say(
            locale, "metrics.own." + measure + ".definition", kinds, metric.anchor().field()),
        MetricWords.say(locale, "metrics.own." + measure + ".formula"),
        MetricWords.say(locale, "metrics.own." + measure + ".interval"),
        List.of());
  }

  private static String name(Measure measure) {
    return switch (measure) {
      case Measure.Duration duration -> "duration";
      case Measure.Share share -> "share";
      case Measure.Nps nps -> "nps";
      case Measure.Mean mean -> "mean";
      case Measure.Count count -> "count";
      case Measure.Sum sum -> "sum";
      case Measure.OnTime onTime -> "on-time";
    };
  }
}
