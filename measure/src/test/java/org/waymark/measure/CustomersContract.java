package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.measure.PeriodPlan.Days;
import org.waymark.measure.fact.About;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactBuilder;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;

/** What every engine has to answer of customers, small enough to be counted by hand. */
abstract class CustomersContract {

  private static final ZoneId UTC = ZoneId.of("UTC");
  static final Days JANUARY = month(1);
  static final Days FEBRUARY = month(2);
  static final Days MARCH = month(3);
  private static final Map<Integer, Long> KNOWN = Map.of(1, us("2027-01-01"), 2, us("2027-01-01"));

  abstract Cells compute(PeriodPlan plan, List<List<Fact>> batches);

  abstract Cells compute(Plan plan, List<List<Fact>> batches);

  private static Days month(int month) {
    LocalDate first = LocalDate.of(2026, month, 1);
    return new Days(first, first.plusMonths(1).minusDays(1));
  }

  private static long us(String instant) {
    return moment(instant).us();
  }

  /** A day, or an instant, in UTC. */
  private static Moment moment(String instant) {
    return Moment.of(
        Instant.parse(instant.contains("T") ? instant + ":00Z" : instant + "T00:00:00Z"), UTC);
  }

  private long keys;

  private FactBuilder some(Kind kind, int customer, String started) {
    long key = ++keys;
    return Fact.at(key, 1, 1, 1, kind, "id-" + key, moment(started))
        .customer(customer == 0 ? null : (long) customer);
  }

  private Fact subscription(int customer, String started, String finished) {
    return some(Kind.SUBSCRIPTION, customer, started)
        .finished(finished.isEmpty() ? null : moment(finished))
        .build();
  }

  private Fact order(int customer, String started) {
    return some(Kind.ORDER, customer, started).build();
  }

  private static Plan plan(MetricDefinition metric) {
    return Plan.of(metric, JANUARY.from(), MARCH.to(), KNOWN);
  }

  private Cells compute(Plan plan, List<Days> periods, Fact... facts) {
    return compute(PeriodPlan.of(plan, periods, UTC), List.of(List.of(facts)));
  }

  private PeriodTally one(Plan plan, Days period, Fact... facts) {
    return (PeriodTally) compute(plan, List.of(period), facts).cells().getFirst().tally();
  }

  private static Cell cell(Days period, String value, Tally tally) {
    return new Cell(period.from(), value, tally);
  }

  private static PeriodTally tally(long n, long met) {
    return new PeriodTally(n, met, 0, 0);
  }

  // Churn

  @Test
  void who_had_one_at_the_start_and_none_at_the_end_is_lost_and_new_ones_never_enter() {
    assertThat(
            one(
                plan(ShippedMetrics.CHURN),
                FEBRUARY,
                subscription(1, "2026-01-10", ""), // stays
                subscription(2, "2026-01-10", "2026-02-20"), // leaves
                subscription(3, "2026-01-10", "2026-02-05"), // changes to another
                subscription(3, "2026-02-06", ""),
                subscription(4, "2026-01-10", "2026-02-05"), // has two, keeps one
                subscription(4, "2026-01-11", ""),
                subscription(5, "2026-02-01", ""), // new
                subscription(6, "2026-02-02", "2026-02-03"), // new and gone at once
                subscription(7, "2025-01-01", "2026-01-31"), // left before
                subscription(8, "2026-03-01", ""))) // comes later
        .isEqualTo(tally(4, 1));
  }

  @Test
  void a_day_owns_what_starts_and_what_finishes_on_it() {
    Fact[] facts = {
      subscription(1, "2025-12-31", "2026-02-01"), // finishes as February begins
      subscription(2, "2025-12-31T23:59", "2026-01-31T23:59"),
      subscription(3, "2026-02-01", ""),
    };
    assertThat(
            compute(plan(ShippedMetrics.CHURN), List.of(JANUARY, FEBRUARY, MARCH), facts).cells())
        .containsExactly(
            cell(JANUARY, null, tally(2, 1)),
            cell(FEBRUARY, null, tally(1, 1)),
            cell(MARCH, null, tally(1, 0)));
  }

  @Test
  void a_thousand_at_the_start_fifty_lost_and_eighty_new_are_five_percent() {
    List<Fact> facts = new ArrayList<>();
    for (int customer = 1; customer <= 1_080; customer++) {
      facts.add(
          subscription(
              customer,
              customer <= 1_000 ? "2026-01-01" : "2026-02-10",
              customer <= 50 ? "2026-02-15" : ""));
    }
    assertThat(one(plan(ShippedMetrics.CHURN), FEBRUARY, facts.toArray(Fact[]::new)))
        .isEqualTo(tally(1_000, 50));
  }

  @Test
  void what_is_open_is_known_only_as_long_as_its_source() {
    Plan plan =
        Plan.of(ShippedMetrics.CHURN, JANUARY.from(), MARCH.to(), Map.of(1, us("2026-02-10")));
    assertThat(
            compute(
                    plan,
                    List.of(JANUARY, FEBRUARY, MARCH),
                    subscription(1, "2025-06-01", ""),
                    subscription(2, "2025-06-01", "2026-02-05"),
                    subscription(3, "2025-06-01", "2026-03-20"))
                .cells())
        .containsExactly(
            cell(JANUARY, null, tally(3, 0)),
            cell(FEBRUARY, null, new PeriodTally(3, 1, 0, 1)),
            cell(MARCH, null, tally(1, 1)));
  }

  @Test
  void as_of_an_earlier_moment_nobody_had_left_yet() {
    Fact leaves = subscription(1, "2026-01-10", "2026-02-20");
    Fact stays = subscription(2, "2026-01-10", "");
    Plan churn = plan(ShippedMetrics.CHURN);
    assertThat(one(churn.asOf(moment("2026-02-20").instant()), FEBRUARY, leaves, stays))
        .isEqualTo(new PeriodTally(2, 1, 0, 1));
    assertThat(one(churn.asOf(moment("2026-02-19T23:59").instant()), FEBRUARY, leaves, stays))
        .isEqualTo(new PeriodTally(2, 0, 0, 2));
  }

  @Test
  void subscriptions_of_nobody_are_left_out_and_counted() {
    assertThat(
            one(
                plan(ShippedMetrics.CHURN),
                FEBRUARY,
                subscription(1, "2026-01-10", ""),
                subscription(0, "2026-01-10", ""),
                subscription(0, "2026-01-10", "2026-02-20"),
                subscription(0, "2026-02-10", "")))
        .isEqualTo(new PeriodTally(1, 0, 2, 0));
  }

  @Test
  void each_part_looks_at_its_own_subscriptions_only() {
    Fact[] facts = {
      some(Kind.SUBSCRIPTION, 1, "2026-01-10")
          .channel("web")
          .finished(moment("2026-02-20"))
          .build(),
      some(Kind.SUBSCRIPTION, 1, "2026-01-10").channel("shop").build(),
      some(Kind.SUBSCRIPTION, 2, "2026-01-10").channel("web").unit(7).build(),
      subscription(3, "2026-01-10", ""),
    };
    Plan churn = plan(ShippedMetrics.CHURN);
    assertThat(compute(churn.by(Dimension.CHANNEL), List.of(FEBRUARY), facts).cells())
        .containsExactly(
            cell(FEBRUARY, null, tally(1, 0)),
            cell(FEBRUARY, "shop", tally(1, 0)),
            cell(FEBRUARY, "web", tally(2, 1)));
    Filter web = new Filter.Words((Dimension.ByText) Dimension.CHANNEL, Set.of("web"));
    assertThat(one(churn.filtered(List.of(web)), FEBRUARY, facts)).isEqualTo(tally(2, 1));
    assertThat(one(churn.filtered(List.of(new Filter.Units(Set.of(7, 8)))), FEBRUARY, facts))
        .isEqualTo(tally(1, 0));
    assertThat(one(churn, FEBRUARY, facts)).isEqualTo(tally(3, 0));
  }

  // Active customers

  @Test
  void active_is_who_ordered_or_had_a_subscription_each_once() {
    assertThat(
            compute(
                    plan(ShippedMetrics.ACTIVE_CUSTOMERS),
                    List.of(JANUARY, FEBRUARY, MARCH),
                    order(1, "2026-01-31T23:59"),
                    order(1, "2026-01-02"),
                    order(1, "2026-03-01"),
                    order(2, "2026-02-01"),
                    order(0, "2026-02-01"),
                    subscription(2, "2026-01-15", "2026-02-03"),
                    subscription(3, "2025-01-15", ""),
                    some(Kind.CASE, 4, "2026-02-01").build())
                .cells())
        .containsExactly(
            cell(JANUARY, null, tally(3, 0)),
            cell(FEBRUARY, null, new PeriodTally(2, 0, 1, 0)),
            cell(MARCH, null, tally(2, 0)));
  }

  @Test
  void different_customers_can_be_counted_of_any_kind() {
    MetricDefinition callers =
        own(new Measure.Distinct(), Statistic.Plain.COUNT, Set.of(Kind.CASE), List.of());
    assertThat(
            one(
                plan(callers),
                JANUARY,
                some(Kind.CASE, 1, "2026-01-05").build(),
                some(Kind.CASE, 1, "2026-01-06").build(),
                some(Kind.CASE, 2, "2026-01-06").build(),
                order(3, "2026-01-05")))
        .isEqualTo(tally(2, 0));
  }

  // Repeat purchase

  @Test
  void who_ordered_in_the_time_before_and_ordered_again() {
    Fact[] facts = {
      order(1, "2026-01-05"),
      order(1, "2026-02-27"),
      order(2, "2026-01-31T23:59"),
      order(2, "2026-01-31T23:59"),
      order(3, "2026-02-01"),
      order(3, "2026-02-28"),
      order(4, "2025-12-31"),
      order(4, "2026-02-10"),
      order(0, "2026-01-10"),
    };
    assertThat(
            compute(plan(ShippedMetrics.REPEAT_PURCHASE), List.of(FEBRUARY, MARCH), facts).cells())
        .containsExactly(
            cell(FEBRUARY, null, new PeriodTally(2, 1, 1, 0)), cell(MARCH, null, tally(3, 0)));
    MetricDefinition quarterly =
        own(
            new Measure.Repeat(Period.ofMonths(2)),
            Statistic.Plain.SHARE,
            Set.of(Kind.ORDER),
            List.of());
    assertThat(one(plan(quarterly), FEBRUARY, facts)).isEqualTo(new PeriodTally(3, 2, 1, 0));
  }

  @Test
  void the_time_before_is_as_many_months_or_as_many_days() {
    Measure.Repeat same = new Measure.Repeat(null);
    LocalDate march = MARCH.from();
    assertThat(same.since(march, MARCH.to())).isEqualTo("2026-02-01");
    assertThat(same.since(march, LocalDate.of(2026, 5, 31))).isEqualTo("2025-12-01");
    assertThat(same.since(march, LocalDate.of(2027, 2, 28))).isEqualTo("2025-03-01");
    assertThat(same.since(march, LocalDate.of(2026, 3, 7))).isEqualTo("2026-02-22");
    assertThat(same.since(march.plusDays(1), LocalDate.of(2026, 3, 31))).isEqualTo("2026-01-31");
    assertThat(new Measure.Repeat(Period.ofMonths(1)).since(march, march)).isEqualTo("2026-02-01");
  }

  @Test
  void cohorts_are_those_who_came_first_in_one_period() {
    Fact[] facts = {
      order(1, "2026-01-05"),
      order(1, "2026-02-27"),
      order(1, "2026-03-27"),
      order(2, "2026-01-31"),
      order(2, "2026-03-01"),
      order(3, "2026-02-01"),
      order(3, "2026-03-31T23:59"),
      order(0, "2026-02-01"),
      order(4, "2025-12-31"),
      order(4, "2026-02-01"),
    };
    PeriodPlan plan =
        PeriodPlan.of(
            plan(ShippedMetrics.REPEAT_PURCHASE).by(Dimension.COHORT),
            List.of(FEBRUARY, MARCH),
            List.of(JANUARY, FEBRUARY, MARCH),
            UTC);
    assertThat(compute(plan, List.of(List.of(facts))).cells())
        .containsExactly(
            cell(FEBRUARY, "2026-01-01", tally(2, 1)),
            cell(FEBRUARY, "2026-02-01", tally(1, 1)),
            cell(MARCH, "2026-01-01", tally(2, 2)),
            cell(MARCH, "2026-02-01", tally(1, 1)));
  }

  // First contact

  private Fact done(int customer, String topic, String started, String finished) {
    return some(Kind.CASE, customer, started).topic(topic).finished(moment(finished)).build();
  }

  @Test
  void solved_at_first_contact_is_what_needs_no_second() {
    assertThat(
            one(
                plan(ShippedMetrics.FIRST_CONTACT_RESOLUTION),
                JANUARY,
                done(1, "billing", "2026-01-02T09:00", "2026-01-02T10:00"), // solved
                done(2, "billing", "2026-01-02T09:00", "2026-01-02T10:00"), // asks again
                done(2, "billing", "2026-01-09T10:00", "2026-02-09T10:00"),
                done(3, "billing", "2026-01-02T09:00", "2026-01-02T10:00"), // a day later
                done(3, "billing", "2026-01-09T10:01", "2026-02-10T10:00"),
                done(4, "billing", "2026-01-02T09:00", "2026-01-02T10:00"), // something else
                done(4, "damage", "2026-01-03T09:00", "2026-02-03T10:00"),
                done(5, "billing", "2026-01-02T09:00", "2026-01-05T10:00"), // asked before
                done(5, "billing", "2026-01-03T09:00", "2026-02-03T10:00"),
                some(Kind.CASE, 6, "2026-01-02").finished(moment("2026-01-03")).contacts(2).build(),
                some(Kind.CASE, 7, "2026-01-02").finished(moment("2026-01-03")).contacts(1).build(),
                some(Kind.CASE, 8, "2026-01-02") // reopened, long after
                    .finished(moment("2026-01-03"))
                    .reopened(moment("2026-03-03"))
                    .build(),
                some(Kind.CASE, 9, "2026-01-02")
                    .reopened(moment("2026-01-03"))
                    .build(), // open again
                some(Kind.CASE, 10, "2026-01-02").build(), // not done
                done(0, "billing", "2026-01-02T09:00", "2026-01-02T10:00")))
        .isEqualTo(new PeriodTally(9, 5, 1, 0));
  }

  @Test
  void another_channel_counts_as_a_second_contact() {
    Fact first =
        some(Kind.CASE, 1, "2026-01-02").channel("email").finished(moment("2026-01-03")).build();
    Fact again = some(Kind.CASE, 1, "2026-01-04").channel("phone").build();
    Fact elsewhere = some(Kind.CASE, 2, "2026-01-04").channel("phone").topic("x").build();
    Filter email = new Filter.Words((Dimension.ByText) Dimension.CHANNEL, Set.of("email"));
    Plan plan = plan(ShippedMetrics.FIRST_CONTACT_RESOLUTION).filtered(List.of(email));
    assertThat(one(plan, JANUARY, first, elsewhere)).isEqualTo(tally(1, 1));
    assertThat(one(plan, JANUARY, first, again)).isEqualTo(tally(1, 0));
    assertThat(one(plan.asOf(moment("2026-01-03T12:00").instant()), JANUARY, first, again))
        .isEqualTo(new PeriodTally(1, 1, 0, 1));
  }

  // Negative comments

  @Test
  void answered_is_an_answer_with_a_case_about_it_that_was_responded_to_in_time() {
    Fact heard = score(1, 3);
    Fact late = score(2, 0);
    Fact unheard = score(3, 6);
    Fact passive = score(4, 7);
    Fact before = score(5, 2);
    assertThat(
            one(
                plan(ShippedMetrics.NEGATIVE_COMMENTS_ANSWERED),
                JANUARY,
                heard,
                late,
                unheard,
                passive,
                before,
                about(heard, "2026-01-10T10:00", "2026-01-12T09:00"),
                about(heard, "2026-01-11T10:00", "2026-01-20T09:00"),
                about(late, "2026-01-11T10:00", "2026-01-12T09:01"),
                about(passive, "2026-01-10T10:00", "2026-01-10T11:00"),
                about(before, "2026-01-10T08:59", "2026-01-10T09:30")))
        .isEqualTo(tally(4, 1));
  }

  private Fact score(int customer, int score) {
    return some(Kind.SURVEY, customer, "2026-01-10T09:00")
        .score(Score.nps(score * 1_000_000L))
        .build();
  }

  private Fact about(Fact answer, String started, String responded) {
    long key = ++keys;
    return Fact.at(key, 1, 1, 2, Kind.CASE, "case-" + key, moment(started))
        .about(new About(answer.sourceNo(), answer.itemId()))
        .responded(moment(responded))
        .build();
  }

  // Rates

  @Test
  void complaints_are_told_per_order_and_per_customer() {
    Fact[] facts = {
      some(Kind.CASE, 1, "2026-01-05").complaint(true).channel("web").build(),
      some(Kind.CASE, 1, "2026-01-06").complaint(true).channel("phone").build(),
      some(Kind.CASE, 1, "2026-01-07").complaint(false).channel("web").build(),
      some(Kind.CASE, 1, "2026-01-08").channel("web").build(),
      some(Kind.ORDER, 1, "2026-01-05").channel("web").build(),
      some(Kind.ORDER, 1, "2026-01-09").channel("web").build(),
      some(Kind.ORDER, 2, "2026-01-09").channel("shop").build(),
      subscription(3, "2025-01-09", ""),
    };
    Plan rate = Plan.of(ShippedMetrics.COMPLAINT_RATE, JANUARY.from(), JANUARY.to(), KNOWN);
    assertThat(compute(rate, List.of(List.of(facts))).pooled()).contains(new RateTally(2, 3));
    assertThat(compute(rate.by(Dimension.CHANNEL), List.of(List.of(facts))).cells())
        .containsExactly(
            new Cell(LocalDate.of(2026, 1, 5), "web", new RateTally(1, 1)),
            new Cell(LocalDate.of(2026, 1, 6), "phone", new RateTally(1, 0)),
            new Cell(LocalDate.of(2026, 1, 9), "shop", new RateTally(0, 1)),
            new Cell(LocalDate.of(2026, 1, 9), "web", new RateTally(0, 1)));
    Plan ofCustomers = plan(ShippedMetrics.COMPLAINT_RATE_OF_CUSTOMERS);
    assertThat(compute(ofCustomers, List.of(JANUARY, FEBRUARY), facts).cells())
        .containsExactly(
            cell(JANUARY, null, new RateTally(2, 3)), cell(FEBRUARY, null, new RateTally(0, 1)));
    assertThat(compute(ofCustomers.by(Dimension.CHANNEL), List.of(JANUARY), facts).cells())
        .containsExactly(
            cell(JANUARY, null, new RateTally(0, 1)),
            cell(JANUARY, "phone", new RateTally(1, 0)),
            cell(JANUARY, "shop", new RateTally(0, 1)),
            cell(JANUARY, "web", new RateTally(1, 1)));
  }

  // Reopened

  @Test
  void reopened_is_what_came_back_within_its_time() {
    Plan plan = Plan.of(ShippedMetrics.REOPEN_RATE, JANUARY.from(), MARCH.to(), KNOWN);
    Fact[] facts = {
      done(1, "a", "2026-01-02", "2026-01-05"),
      came(2, "2026-01-05", "2026-01-19"), // fourteen days later
      came(3, "2026-01-05", "2026-01-19T00:01"), // a minute more
      came(4, "2026-01-20", "2026-01-10"), // finished again since
      came(5, "", "2026-02-03"), // open again
      some(Kind.CASE, 6, "2026-01-02").build(), // never finished
    };
    assertThat(compute(plan, List.of(List.of(facts))).cells())
        .containsExactly(
            new Cell(LocalDate.of(2026, 1, 5), null, share(3, 1)),
            new Cell(LocalDate.of(2026, 1, 20), null, share(1, 1)),
            new Cell(LocalDate.of(2026, 2, 3), null, share(1, 1)));
    assertThat(compute(plan.asOf(moment("2026-01-12").instant()), List.of(List.of(facts))).cells())
        .containsExactly(
            new Cell(LocalDate.of(2026, 1, 5), null, share(3, 0)),
            new Cell(LocalDate.of(2026, 1, 10), null, share(1, 1)));
  }

  private Fact came(int customer, String finished, String reopened) {
    return some(Kind.CASE, customer, "2026-01-02")
        .finished(finished.isEmpty() ? null : moment(finished))
        .reopened(moment(reopened))
        .build();
  }

  private static ShareTally share(long n, long met) {
    return new ShareTally(n, met, 0, 0, Weights.NONE, java.math.BigInteger.ZERO);
  }

  // Arrival

  @Test
  void what_was_corrected_or_withdrawn_counts_as_it_stands() {
    Fact open = subscription(1, "2026-01-10", "");
    Fact ended =
        Fact.at(open.keyNo(), 2, 2, 1, Kind.SUBSCRIPTION, open.itemId(), moment("2026-01-10"))
            .customer(1L)
            .finished(moment("2026-02-10"))
            .build();
    Fact other = subscription(2, "2026-01-10", "");
    List<List<Fact>> batches = List.of(List.of(open, other), List.of(ended));
    Plan churn = plan(ShippedMetrics.CHURN);
    assertThat(compute(PeriodPlan.of(churn, List.of(FEBRUARY), UTC), batches).cells())
        .containsExactly(cell(FEBRUARY, null, tally(2, 1)));
    assertThat(
            compute(PeriodPlan.of(churn.without(Set.of(2L)), List.of(FEBRUARY), UTC), batches)
                .cells())
        .containsExactly(cell(FEBRUARY, null, tally(2, 0)));
  }

  private static MetricDefinition own(
      Measure measure, Statistic statistic, Set<Kind> kinds, List<Dimension> dimensions) {
    return new MetricDefinition(
        "own",
        1,
        "Own",
        kinds,
        Condition.ALWAYS,
        org.waymark.measure.fact.Instants.STARTED,
        measure,
        List.of(statistic),
        dimensions,
        Direction.UP,
        10);
  }
}
