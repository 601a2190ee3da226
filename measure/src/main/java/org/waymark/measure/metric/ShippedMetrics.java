package org.waymark.measure.metric;

import static org.waymark.measure.metric.Dimension.CHANNEL;
import static org.waymark.measure.metric.Dimension.COHORT;
import static org.waymark.measure.metric.Dimension.KIND;
import static org.waymark.measure.metric.Dimension.PRODUCT;
import static org.waymark.measure.metric.Dimension.QUESTION;
import static org.waymark.measure.metric.Dimension.REGION;
import static org.waymark.measure.metric.Dimension.TOPIC;
import static org.waymark.measure.metric.Dimension.TOUCHPOINT;
import static org.waymark.measure.metric.Dimension.UNIT;
import static org.waymark.measure.metric.Direction.DOWN;
import static org.waymark.measure.metric.Direction.NONE;
import static org.waymark.measure.metric.Direction.UP;
import static org.waymark.measure.metric.Statistic.Plain.COUNT;
import static org.waymark.measure.metric.Statistic.Plain.MEAN;
import static org.waymark.measure.metric.Statistic.Plain.SCORE;
import static org.waymark.measure.metric.Statistic.Plain.SHARE;
import static org.waymark.measure.metric.Statistic.Plain.SUM;
import static org.waymark.measure.metric.Statistic.Plain.TOP_BOX;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.HandledBy;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;

/** The metrics every workspace has from its first day. */
public final class ShippedMetrics {

  private static final List<Dimension> SURVEYS =
      List.of(UNIT, CHANNEL, PRODUCT, REGION, QUESTION, TOUCHPOINT);
  private static final List<Dimension> CASES = List.of(UNIT, CHANNEL, PRODUCT, REGION, TOPIC);
  private static final List<Dimension> TRADE = List.of(UNIT, CHANNEL, PRODUCT, REGION);
  private static final Statistic[] TIMES = {
    new Statistic.Quantile(90), new Statistic.Quantile(50), new Statistic.Quantile(95), MEAN
  };
  private static final int THOUSAND = 1_000;
  private static final Condition COMPLAINT = new Condition.Flagged(Field.Flag.COMPLAINT, true);

  public static final MetricDefinition NPS =
      of("nps", "Net promoter score", Kind.SURVEY)
          .where(new Condition.Is(Field.Word.SCALE, "nps-0-10"))
          .metric(UP, SURVEYS, new Measure.Nps(), SCORE);

  public static final MetricDefinition CSAT =
      of("csat", "Customer satisfaction", Kind.SURVEY)
          .where(new Condition.Is(Field.Word.SCALE, "csat-1-5"))
          .metric(UP, SURVEYS, new Measure.Mean(), TOP_BOX, MEAN);

  public static final MetricDefinition CES =
      of("ces", "Customer effort score", Kind.SURVEY)
          .where(new Condition.Is(Field.Word.SCALE, "ces-1-7"))
          .metric(UP, SURVEYS, new Measure.Mean(), TOP_BOX, MEAN);

  public static final MetricDefinition CASE_VOLUME =
      of("case-volume", "Cases", Kind.CASE).metric(NONE, CASES, new Measure.Count(), COUNT);

  public static final MetricDefinition FIRST_RESPONSE_TIME =
      of("first-response-time", "First response time", Kind.CASE)
          .metric(DOWN, CASES, new Measure.Duration(Instants.STARTED, Instants.RESPONDED), TIMES);

  public static final MetricDefinition RESOLUTION_TIME =
      of("resolution-time", "Resolution time", Kind.CASE)
          .metric(DOWN, CASES, new Measure.Duration(Instants.STARTED, Instants.FINISHED), TIMES);

  public static final MetricDefinition FIRST_RESPONSE_BUSINESS_TIME =
      of("first-response-business-time", "First response in business hours", Kind.CASE)
          .metric(
              DOWN,
              CASES,
              new Measure.Duration(Instants.STARTED, Instants.RESPONDED, ClockKind.BUSINESS),
              TIMES);

  public static final MetricDefinition RESOLUTION_BUSINESS_TIME =
      of("resolution-business-time", "Resolution in business hours", Kind.CASE)
          .metric(
              DOWN,
              CASES,
              new Measure.Duration(Instants.STARTED, Instants.FINISHED, ClockKind.BUSINESS),
              TIMES);

  public static final MetricDefinition FIRST_CONTACT_RESOLUTION =
      of("first-contact-resolution", "First contact resolution", Kind.CASE)
          .metric(UP, CASES, new Measure.FirstContact(Duration.ofDays(7)), SHARE);

  public static final MetricDefinition REOPEN_RATE =
      of("reopen-rate", "Reopen rate", Kind.CASE)
          .metric(DOWN, CASES, new Measure.Reopened(Duration.ofDays(14)), SHARE);

  public static final MetricDefinition ON_TIME_SHARE =
      of("on-time-share", "On time")
          .metric(
              UP,
              List.of(UNIT, CHANNEL, PRODUCT, REGION, TOPIC, KIND),
              new Measure.OnTime(),
              SHARE);

  public static final MetricDefinition ORDER_TURNAROUND =
      of("order-turnaround", "Order turnaround", Kind.ORDER)
          .metric(DOWN, CASES, new Measure.Duration(Instants.STARTED, Instants.FINISHED), TIMES);

  public static final MetricDefinition CLAIM_TURNAROUND =
      of("claim-turnaround", "Claim turnaround", Kind.CLAIM)
          .metric(DOWN, CASES, new Measure.Duration(Instants.STARTED, Instants.FINISHED), TIMES);

  public static final MetricDefinition COMPLAINT_RATE =
      of("complaint-rate", "Complaint rate", Kind.CASE)
          .metric(
              DOWN,
              TRADE,
              new Measure.Rate(
                  COMPLAINT,
                  THOUSAND,
                  new Measure.Over(Set.of(Kind.ORDER), Condition.ALWAYS, false)),
              new Statistic.Per(THOUSAND));

  public static final MetricDefinition COMPLAINT_RATE_OF_CUSTOMERS =
      of("complaint-rate-of-customers", "Complaint rate of customers", Kind.CASE)
          .metric(
              DOWN,
              TRADE,
              new Measure.Rate(
                  COMPLAINT,
                  THOUSAND,
                  new Measure.Over(Set.of(Kind.ORDER, Kind.SUBSCRIPTION), Condition.ALWAYS, true)),
              new Statistic.Per(THOUSAND));

  public static final MetricDefinition BOT_CONTAINMENT =
      of("bot-containment", "Bot containment", Kind.CASE)
          .where(
              new Condition.In(
                  Field.Word.HANDLED_BY,
                  List.of(HandledBy.BOT.code(), HandledBy.HANDED_OVER.code())))
          .metric(
              UP,
              CASES,
              new Measure.Share(new Condition.Is(Field.Word.HANDLED_BY, HandledBy.BOT.code())),
              SHARE);

  public static final MetricDefinition ACTIVE_CUSTOMERS =
      of("active-customers", "Active customers", Kind.ORDER, Kind.SUBSCRIPTION)
          .metric(UP, TRADE, new Measure.Distinct(), COUNT);

  public static final MetricDefinition CHURN =
      of("churn", "Churn", Kind.SUBSCRIPTION).metric(DOWN, TRADE, new Measure.Churn(), SHARE);

  public static final MetricDefinition RETENTION =
      of("retention", "Retention", Kind.SUBSCRIPTION)
          .metric(UP, TRADE, new Measure.Retention(), SHARE);

  public static final MetricDefinition REPEAT_PURCHASE =
      of("repeat-purchase", "Repeat purchase", Kind.ORDER)
          .metric(
              UP, List.of(UNIT, CHANNEL, PRODUCT, REGION, COHORT), new Measure.Repeat(null), SHARE);

  public static final MetricDefinition STOCK_AVAILABILITY =
      of("stock-availability", "Stock availability", Kind.ORDER)
          .metric(
              UP,
              CASES,
              new Measure.Share(new Condition.IsNot(Field.Word.STATUS, "out-of-stock")),
              SHARE);

  public static final MetricDefinition HELP_ARTICLE_ENGAGEMENT =
      of("help-article-engagement", "Help article engagement", Kind.ACTIVITY)
          .where(new Condition.In(Field.Word.STATUS, List.of("shown", "engaged")))
          .metric(
              UP, CASES, new Measure.Share(new Condition.Is(Field.Word.STATUS, "engaged")), SHARE);

  public static final MetricDefinition ACTIVITY_COUNT =
      of("activity-count", "Activities", Kind.ACTIVITY).metric(NONE, CASES, new Measure.Sum(), SUM);

  public static final MetricDefinition PROMOTER_REFERRALS =
      of("promoter-referrals", "Promoter referrals", Kind.ACTIVITY)
          .where(new Condition.Is(Field.Word.TOPIC, "promoter-referrals"))
          .metric(UP, CASES, new Measure.Sum(), SUM);

  public static final MetricDefinition NEGATIVE_COMMENTS_ANSWERED =
      of("negative-comments-answered", "Negative comments answered", Kind.SURVEY)
          .where(
              Condition.all(
                  new Condition.Is(Field.Word.SCALE, "nps-0-10"),
                  new Condition.AtMost(Field.Amount.SCORE, BigDecimal.valueOf(6))))
          .metric(UP, SURVEYS, new Measure.FollowedUp(Duration.ofDays(2)), SHARE);

  private static final List<MetricDefinition> ALL =
      List.of(
          NPS,
          CSAT,
          CES,
          CASE_VOLUME,
          FIRST_RESPONSE_TIME,
          RESOLUTION_TIME,
          FIRST_RESPONSE_BUSINESS_TIME,
          RESOLUTION_BUSINESS_TIME,
          FIRST_CONTACT_RESOLUTION,
          REOPEN_RATE,
          ON_TIME_SHARE,
          ORDER_TURNAROUND,
          CLAIM_TURNAROUND,
          COMPLAINT_RATE,
          COMPLAINT_RATE_OF_CUSTOMERS,
          BOT_CONTAINMENT,
          ACTIVE_CUSTOMERS,
          CHURN,
          RETENTION,
          REPEAT_PURCHASE,
          STOCK_AVAILABILITY,
          HELP_ARTICLE_ENGAGEMENT,
          ACTIVITY_COUNT,
          PROMOTER_REFERRALS,
          NEGATIVE_COMMENTS_ANSWERED);

  private ShippedMetrics() {}

  /** All of them, in the order in which they are shown. */
  public static List<MetricDefinition> all() {
    return ALL;
  }

  public static Optional<MetricDefinition> find(String key) {
    return ALL.stream().filter(metric -> metric.key().equals(key)).findFirst();
  }

  private static Population of(String key, String label, Kind... kinds) {
    return new Population(key, label, Set.of(kinds), Condition.ALWAYS);
  }

  /** A metric of which it is not said yet what is measured. */
  private record Population(String key, String label, Set<Kind> kinds, Condition where) {
    Population where(Condition holds) {
      return new Population(key, label, kinds, holds);
    }

    /** Anchored where the measure has to be, or else at the start. */
    MetricDefinition metric(
        Direction direction, List<Dimension> dimensions, Measure measure, Statistic... statistics) {
      @Nullable Instants anchor = measure.anchor();
      return new MetricDefinition(
          key,
          1,
          label,
          kinds,
          where,
          anchor == null ? Instants.STARTED : anchor,
          measure,
          List.of(statistics),
          dimensions,
          direction,
          MetricDefinition.LEAST);
    }
  }
}
