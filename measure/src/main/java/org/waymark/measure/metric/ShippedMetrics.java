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
import org.waymark.measure.fact.HandledBy;
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

  public static final MetricDefinition CES =
      new MetricDefinition(
          "ces",
          1,
          "Customer effort score",
          Set.of(Kind.SURVEY),
          new Condition.Is(Field.Word.SCALE, "ces-1-7"),
          Instants.STARTED,
          new Measure.Mean(),
          List.of(Statistic.Plain.TOP_BOX, Statistic.Plain.MEAN),
          SURVEYS,
          Direction.UP,
          MetricDefinition.LEAST);

  public static final MetricDefinition ORDER_TURNAROUND =
      new MetricDefinition(
          "order-turnaround",
          1,
          "Order turnaround",
          Set.of(Kind.ORDER),
          Condition.ALWAYS,
          Instants.STARTED,
          new Measure.Duration(Instants.STARTED, Instants.FINISHED),
          TIMES,
          CASES,
          Direction.DOWN,
          MetricDefinition.LEAST);

  public static final MetricDefinition CLAIM_TURNAROUND =
      new MetricDefinition(
          "claim-turnaround",
          1,
          "Claim turnaround",
          Set.of(Kind.CLAIM),
          Condition.ALWAYS,
          Instants.STARTED,
          new Measure.Duration(Instants.STARTED, Instants.FINISHED),
          TIMES,
          CASES,
          Direction.DOWN,
          MetricDefinition.LEAST);

  public static final MetricDefinition BOT_CONTAINMENT =
      new MetricDefinition(
          "bot-containment",
          1,
          "Bot containment",
          Set.of(Kind.CASE),
          new Condition.In(
              Field.Word.HANDLED_BY, List.of(HandledBy.BOT.code(), HandledBy.HANDED_OVER.code())),
          Instants.STARTED,
          new Measure.Share(new Condition.Is(Field.Word.HANDLED_BY, HandledBy.BOT.code())),
          List.of(Statistic.Plain.SHARE),
          CASES,
          Direction.UP,
          MetricDefinition.LEAST);

  public static final MetricDefinition STOCK_AVAILABILITY =
      new MetricDefinition(
          "stock-availability",
          1,
          "Stock availability",
          Set.of(Kind.ORDER),
          Condition.ALWAYS,
          Instants.STARTED,
          new Measure.Share(new Condition.IsNot(Field.Word.STATUS, "out-of-stock")),
          List.of(Statistic.Plain.SHARE),
          CASES,
          Direction.UP,
          MetricDefinition.LEAST);

  public static final MetricDefinition HELP_ARTICLE_ENGAGEMENT =
      new MetricDefinition(
          "help-article-engagement",
          1,
          "Help article engagement",
          Set.of(Kind.ACTIVITY),
          new Condition.In(Field.Word.STATUS, List.of("shown", "engaged")),
          Instants.STARTED,
          new Measure.Share(new Condition.Is(Field.Word.STATUS, "engaged")),
          List.of(Statistic.Plain.SHARE),
          CASES,
          Direction.UP,
          MetricDefinition.LEAST);

  public static final MetricDefinition ACTIVITY_COUNT =
      new MetricDefinition(
          "activity-count",
          1,
          "Activities",
          Set.of(Kind.ACTIVITY),
          Condition.ALWAYS,
          Instants.STARTED,
          new Measure.Sum(),
          List.of(Statistic.Plain.SUM),
          CASES,
          Direction.NONE,
          MetricDefinition.LEAST);

  public static final MetricDefinition PROMOTER_REFERRALS =
      new MetricDefinition(
          "promoter-referrals",
          1,
          "Promoter referrals",
          Set.of(Kind.ACTIVITY),
          new Condition.Is(Field.Word.TOPIC, "promoter-referrals"),
          Instants.STARTED,
          new Measure.Sum(),
          List.of(Statistic.Plain.SUM),
          CASES,
          Direction.UP,
          MetricDefinition.LEAST);

  private static final List<MetricDefinition> ALL =
      List.of(
          NPS,
          CSAT,
          CES,
          CASE_VOLUME,
          FIRST_RESPONSE_TIME,
          RESOLUTION_TIME,
          ON_TIME_SHARE,
          ORDER_TURNAROUND,
          CLAIM_TURNAROUND,
          BOT_CONTAINMENT,
          STOCK_AVAILABILITY,
          HELP_ARTICLE_ENGAGEMENT,
          ACTIVITY_COUNT,
          PROMOTER_REFERRALS);

  private ShippedMetrics() {}

  /** All of them, in the order in which they are shown. */
  public static List<MetricDefinition> all() {
    return ALL;
  }

  public static Optional<MetricDefinition> find(String key) {
    return ALL.stream().filter(metric -> metric.key().equals(key)).findFirst();
  }
}
