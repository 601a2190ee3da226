package org.waymark.measure.metric;

import static org.waymark.measure.metric.Dimension.CHANNEL;
import static org.waymark.measure.metric.Dimension.KIND;
import static org.waymark.measure.metric.Dimension.PRODUCT;
import static org.waymark.measure.metric.Dimension.QUESTION;
import static org.waymark.measure.metric.Dimension.REGION;
import static org.waymark.measure.metric.Dimension.TOPIC;
import static org.waymark.measure.metric.Dimension.TOUCHPOINT;
import static org.waymark.measure.metric.Dimension.UNIT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;

/** The metrics every workspace has from its first day. */
public final class ShippedMetrics {

  private static final List<Dimension> SURVEYS =
      List.of(UNIT, CHANNEL, PRODUCT, REGION, QUESTION, TOUCHPOINT);
  private static final List<Dimension> CASES = List.of(UNIT, CHANNEL, PRODUCT, REGION, TOPIC);
  private static final List<Statistic> TIMES =
      List.of(
          new Statistic.Quantile(90),
          new Statistic.Quantile(50),
          new Statistic.Quantile(95),
          Statistic.Plain.MEAN);

  public static final MetricDefinition NPS =
      new MetricDefinition(
          "nps",
          1,
          "Net promoter score",
          Set.of(Kind.SURVEY),
          new Condition.Is(Field.Word.SCALE, "nps-0-10"),
          Instants.STARTED,
          new Measure.Nps(),
          List.of(Statistic.Plain.SCORE),
          SURVEYS,
          Direction.UP,
          MetricDefinition.LEAST);

  public static final MetricDefinition CSAT =
      new MetricDefinition(
          "csat",
          1,
          "Customer satisfaction",
          Set.of(Kind.SURVEY),
          new Condition.Is(Field.Word.SCALE, "csat-1-5"),
          Instants.STARTED,
          new Measure.Mean(),
          List.of(Statistic.Plain.TOP_BOX, Statistic.Plain.MEAN),
          SURVEYS,
          Direction.UP,
          MetricDefinition.LEAST);

  public static final MetricDefinition CASE_VOLUME =
      new MetricDefinition(
          "case-volume",
          1,
          "Cases",
          Set.of(Kind.CASE),
          Condition.ALWAYS,
          Instants.STARTED,
          new Measure.Count(),
          List.of(Statistic.Plain.COUNT),
          CASES,
          Direction.NONE,
          MetricDefinition.LEAST);

  public static final MetricDefinition FIRST_RESPONSE_TIME =
      new MetricDefinition(
          "first-response-time",
          1,
          "First response time",
          Set.of(Kind.CASE),
          Condition.ALWAYS,
          Instants.STARTED,
          new Measure.Duration(Instants.STARTED, Instants.RESPONDED),
          TIMES,
          CASES,
          Direction.DOWN,
          MetricDefinition.LEAST);

  public static final MetricDefinition RESOLUTION_TIME =
      new MetricDefinition(
          "resolution-time",
          1,
          "Resolution time",
          Set.of(Kind.CASE),
          Condition.ALWAYS,
          Instants.STARTED,
          new Measure.Duration(Instants.STARTED, Instants.FINISHED),
          TIMES,
          CASES,
          Direction.DOWN,
          MetricDefinition.LEAST);

  public static final MetricDefinition ON_TIME_SHARE =
      new MetricDefinition(
          "on-time-share",
          1,
          "On time",
          Set.of(),
          Condition.ALWAYS,
          Instants.DUE,
          new Measure.OnTime(),
          List.of(Statistic.Plain.SHARE),
          List.of(UNIT, CHANNEL, PRODUCT, REGION, TOPIC, KIND),
          Direction.UP,
          MetricDefinition.LEAST);

  private static final List<MetricDefinition> ALL =
      List.of(NPS, CSAT, CASE_VOLUME, FIRST_RESPONSE_TIME, RESOLUTION_TIME, ON_TIME_SHARE);

  private ShippedMetrics() {}

  /** All of them, in the order in which they are shown. */
  public static List<MetricDefinition> all() {
    return ALL;
  }

  public static Optional<MetricDefinition> find(String key) {
    return ALL.stream().filter(metric -> metric.key().equals(key)).findFirst();
  }
}
