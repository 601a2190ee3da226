package org.waymark.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;

/** Words for a workspace's own metric, made from its definition: it says what it does, no more. */
final class OwnWords {

  private OwnWords() {}

  static MetricWords of(MetricDefinition metric, Locale locale) {
    String measure = name(metric.measure());
    return new MetricWords(
        metric.label(),
        MetricWords.say(
            locale,
            "metrics.own." + measure + ".definition",
            counted(metric, locale),
            MetricWords.say(locale, "metrics.anchor." + metric.anchor().field()),
            metric.measure() instanceof Measure.Share share
                ? new ConditionWords(locale).of(share.of())
                : ""),
        MetricWords.say(locale, "metrics.own." + measure + ".formula"),
        MetricWords.say(locale, "metrics.own." + measure + ".interval"),
        List.of());
  }

  /** "cases and claims for which channel is “email”". */
  private static String counted(MetricDefinition metric, Locale locale) {
    String kinds =
        metric.kinds().isEmpty()
            ? MetricWords.say(locale, "metrics.own.everything")
            : metric.kinds().stream()
                .sorted()
                .map(kind -> MetricWords.say(locale, "metrics.own.kind." + kind.code()))
                .collect(Collectors.joining(MetricWords.say(locale, "metrics.own.kind.and")));
    return metric.where().equals(Condition.ALWAYS)
        ? kinds
        : MetricWords.say(
            locale, "metrics.own.where", kinds, new ConditionWords(locale).of(metric.where()));
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
