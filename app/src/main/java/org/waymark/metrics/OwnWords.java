package org.waymark.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.measure.fact.Kind;
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
            counted(metric.kinds(), metric.where(), locale),
            MetricWords.say(locale, "metrics.anchor." + metric.anchor().field()),
            parameter(metric.measure(), locale)),
        MetricWords.say(
            locale, "metrics.own." + measure + ".formula", parameter(metric.measure(), locale)),
        MetricWords.say(locale, "metrics.own." + measure + ".interval"),
        List.of());
  }

  /** The condition, the time or the number that a measure is made with. */
  private static String parameter(Measure measure, Locale locale) {
    return switch (measure) {
      case Measure.Share share -> new ConditionWords(locale).of(share.of());
      case Measure.Rate rate ->
          MetricWords.say(
              locale,
              "metrics.own.rate.per",
              new ConditionWords(locale).of(rate.of()),
              rate.per(),
              counted(rate.over().kinds(), rate.over().where(), locale));
      case Measure.Reopened reopened -> time(reopened.within(), locale);
      case Measure.FirstContact first -> time(first.within(), locale);
      case Measure.FollowedUp followed -> time(followed.within(), locale);
      case Measure.Repeat repeat -> repeat.before() == null ? "" : time(repeat.before(), locale);
      case Measure.Duration _, Measure.Nps _, Measure.Mean _, Measure.Count _, Measure.Sum _ -> "";
      case Measure.OnTime _, Measure.Distinct _, Measure.Churn _, Measure.Retention _ -> "";
    };
  }

  private static String time(java.time.Duration time, Locale locale) {
    return MetricWords.say(
        locale,
        "metrics.own.time",
        time.toDays(),
        time.toHoursPart(),
        time.toMinutesPart(),
        time.toSecondsPart());
  }

  private static String time(java.time.Period time, Locale locale) {
    return MetricWords.say(
        locale, "metrics.own.period", time.getYears(), time.getMonths(), time.getDays());
  }

  /** "cases and claims for which channel is “email”". */
  private static String counted(Set<Kind> of, Condition where, Locale locale) {
    String kinds =
        of.isEmpty()
            ? MetricWords.say(locale, "metrics.own.everything")
            : of.stream()
                .sorted()
                .map(kind -> MetricWords.say(locale, "metrics.own.kind." + kind.code()))
                .collect(Collectors.joining(MetricWords.say(locale, "metrics.own.kind.and")));
    return where.equals(Condition.ALWAYS)
        ? kinds
        : MetricWords.say(locale, "metrics.own.where", kinds, new ConditionWords(locale).of(where));
  }

  private static String name(Measure measure) {
    return switch (measure) {
      case Measure.Duration duration ->
          measure.byBusinessHours() ? "duration.business" : "duration";
      case Measure.Share share -> "share";
      case Measure.Nps nps -> "nps";
      case Measure.Mean mean -> "mean";
      case Measure.Count count -> "count";
      case Measure.Sum sum -> "sum";
      case Measure.OnTime onTime -> "on-time";
      case Measure.Rate rate -> rate.over().customers() ? "rate.customers" : "rate";
      case Measure.Reopened reopened -> "reopened";
      case Measure.FirstContact first -> "first-contact";
      case Measure.FollowedUp followed -> "followed-up";
      case Measure.Distinct distinct -> "distinct";
      case Measure.Churn churn -> "churn";
      case Measure.Retention retention -> "retention";
      case Measure.Repeat repeat -> repeat.before() == null ? "repeat" : "repeat.after";
    };
  }
}
