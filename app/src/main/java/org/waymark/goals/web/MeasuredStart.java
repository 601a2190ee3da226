package org.waymark.goals.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.goals.Goal;
import org.waymark.goals.MeasureAsked;
import org.waymark.goals.Span;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Period;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * The first lines of a key result for somebody who comes from a metric: the metric as they looked
 * at it, which way is better, and what the data say of where the way begins. What is not known is
 * said, never filled in.
 */
@Component
class MeasuredStart {
  private final Metrics metrics;
  private final Measurement measurement;
  private final GoalChoices choices;
  private final Workspaces workspaces;
  private final Clock clock;

  MeasuredStart(
      Metrics metrics,
      Measurement measurement,
      GoalChoices choices,
      Workspaces workspaces,
      Clock clock) {
    this.metrics = metrics;
    this.measurement = measurement;
    this.choices = choices;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * A form with its first lines.
   *
   * @param baseline where the way would begin, or why nobody knows
   */
  record Start(Form form, String baseline) {}

  /** "Net Promoter Score", for whoever writes the goal; null when there is no such metric. */
  @Nullable String words(Frame frame, @Nullable MeasureAsked asked) {
    MetricDefinition metric = metric(asked);
    return metric == null || asked == null
        ? null
        : choices.measure(frame, metric.key(), statistic(metric, asked).code());
  }

  /** Null when there is no such metric, or the question to it makes no sense. */
  @Nullable Start of(
      Frame frame, Goal goal, @Nullable MeasureAsked asked, Map<String, Object> first) {
    MetricDefinition metric = metric(asked);
    if (metric == null || asked == null) {
      return null;
    }
    Statistic statistic = statistic(metric, asked);
    Map<String, @Nullable Object> values = new LinkedHashMap<>(first);
    values.put("name", choices.measure(frame, metric.key(), statistic.code()));
    boolean within = statistic instanceof Statistic.Within;
    String listed = within ? metric.statistic().code() : statistic.code();
    values.put("measure", metric.key() + " " + listed);
    values.put(
        "within", statistic instanceof Statistic.Within it ? Typed.spoken(it.limit()) : null);
    values.put("unit", asked.unit());
    values.put("type", type(metric.direction(statistic)));
    try {
      ReadingQuery query = ReadingQuery.pooled(metric.key(), statistic.code(), days(goal));
      return start(frame, query.where(filters(asked)), asked, values);
    } catch (InvalidInput senseless) {
      return null;
    }
  }

  /** The days from which a baseline is measured unless somebody names others. */
  private Period days(Goal goal) {
    WorkspaceSettings settings = workspaces.current();
    return Span.completeWeeks(4, goal.firstDay().minusDays(1), settings.weekStart());
  }

  private Start start(
      Frame frame, ReadingQuery query, MeasureAsked asked, Map<String, @Nullable Object> values) {
    Readings before = measurement.readings(query);
    String days = frame.w().period(query.days().from(), query.days().to());
    if (before.single() instanceof Reading.Measured measured) {
      LocalDate today = workspaces.current().today(clock);
      String key = query.days().to().isBefore(today) ? "known" : "soFar";
      String says = frame.t().of("goals.start." + key, days, figure(frame, before, measured));
      return new Start(Only.form(values, asked.parts()), says);
    }
    Period latest = measurement.latest(before.metric());
    Readings now = measurement.readings(query.days(latest));
    String why = why(frame, before.single());
    if (now.single() instanceof Reading.Measured measured) {
      values.put("baselineFrom", latest.from());
      values.put("baselineTo", latest.to());
      String says =
          frame
              .t()
              .of(
                  "goals.start.latest",
                  days,
                  why,
                  frame.w().period(latest.from(), latest.to()),
                  figure(frame, now, measured));
      return new Start(Only.form(values, asked.parts()), says);
    }
    return new Start(
        Only.form(values, asked.parts()),
        frame
            .t()
            .of(
                "goals.start.unknown",
                days,
                why,
                frame.w().period(latest.from(), latest.to()),
                why(frame, now.single())));
  }

  private static String figure(Frame frame, Readings readings, Reading.Measured it) {
    String unit = readings.unit().code();
    String figure = frame.w().value(it.value(), unit);
    return it.low() == null || it.high() == null
        ? frame.t().of("goals.start.figure", figure, frame.w().n(it.n()))
        : frame
            .t()
            .of(
                "goals.start.figure.interval",
                figure,
                frame.w().interval(it.low(), it.high(), unit),
                frame.w().n(it.n()));
  }

  private static String why(Frame frame, Reading reading) {
    return switch (reading) {
      case Reading.Measured it -> "";
      case Reading.AtLeast it -> frame.t().of("goals.start.atLeast", it.open(), it.n());
      case Reading.TooFew it -> frame.t().of("goals.start.tooFew", it.n(), it.needed());
      case Reading.NoData it -> frame.t().of("goals.start.noData");
    };
  }

  private @Nullable MetricDefinition metric(@Nullable MeasureAsked asked) {
    return asked == null ? null : metrics.find(asked.metric()).orElse(null);
  }

  private static Statistic statistic(MetricDefinition metric, MeasureAsked asked) {
    String code = asked.statistic();
    if (code != null) {
      try {
        Statistic wanted = Statistic.of(code);
        if (metric.allows(wanted)) {
          return wanted;
        }
      } catch (IllegalArgumentException unknown) {
        return metric.statistic();
      }
    }
    return metric.statistic();
  }

  private static Map<String, List<String>> filters(MeasureAsked asked) {
    Map<String, List<String>> filters = new HashMap<>(asked.parts());
    if (asked.unit() != null) {
      filters.put("unit", List.of(asked.unit()));
    }
    return filters;
  }

  private static String type(Direction direction) {
    return switch (direction) {
      case UP -> "increase";
      case DOWN -> "decrease";
      case NONE -> "keep-within";
    };
  }
}
