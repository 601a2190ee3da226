package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.measure.fact.AddedUp;
import org.waymark.measure.fact.Attributes;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactBuilder;
import org.waymark.measure.fact.HandledBy;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.Field;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.ValueCounts;

/**
 * What every engine has to answer, to the last unit; of business hours and customers see its
 * parents.
 */
abstract class EngineContract extends BusinessContract {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final LocalDate SUNDAY = LocalDate.of(2026, 3, 8);
  static final long HOUR = 3_600_000_000L;

  static Moment at(String instant) {
    return Moment.of(Instant.parse(instant), BERLIN);
  }

  static FactBuilder fact(long key, Kind kind, String started) {
    return Fact.at(key, 1, 1, 1, kind, "id-" + key, at(started));
  }

  static final long KNOWN = at("2026-03-20T00:00:00Z").us();

  static Plan week(MetricDefinition metric) {
    return Plan.of(metric, MONDAY, SUNDAY, Map.of(1, KNOWN, 2, KNOWN));
  }

  private Cells compute(Plan plan, Fact... facts) {
    return compute(plan, List.of(List.of(facts)));
  }

  private static BigInteger whole(long value) {
    return BigInteger.valueOf(value);
  }

  @Test
  void items_count_on_their_local_day() {
    assertThat(
            compute(
                week(ShippedMetrics.CASE_VOLUME),
                fact(1, Kind.CASE, "2026-03-02T22:59:59.999999Z").build(),
                fact(2, Kind.CASE, "2026-03-02T23:00:00Z").build(),
                fact(3, Kind.CASE, "2026-03-01T22:59:59Z").build(),
                fact(4, Kind.CASE, "2026-03-08T23:00:00Z").build(),
                fact(5, Kind.ORDER, "2026-03-03T12:00:00Z").build()))
        .isEqualTo(
            new Cells(
                List.of(
                    new Cell(MONDAY, null, new CountTally(1, 0)),
                    new Cell(MONDAY.plusDays(1), null, new CountTally(1, 0)))));
  }

  @Test
  void withdrawn_items_are_in_no_population() {
    assertThat(
            compute(
                    week(ShippedMetrics.CASE_VOLUME),
                    fact(1, Kind.CASE, "2026-03-03T12:00:00Z").status("withdrawn").build(),
                    fact(2, Kind.CASE, "2026-03-03T12:00:00Z").status("open").build())
                .pooled())
        .contains(new CountTally(1, 0));
  }

  @Test
  void the_highest_revision_wins_whatever_file_it_lies_in() {
    Fact first = fact(1, Kind.CASE, "2026-03-03T12:00:00Z").channel("web").build();
    Fact second =
        Fact.at(1, 2, 2, 1, Kind.CASE, "id-1", at("2026-03-03T12:00:00Z")).channel("chat").build();
    Plan byChannel = week(ShippedMetrics.CASE_VOLUME).by(Dimension.CHANNEL);
    Cells chat = new Cells(List.of(new Cell(MONDAY.plusDays(1), "chat", new CountTally(1, 0))));
    assertThat(compute(byChannel, List.of(List.of(first), List.of(second)))).isEqualTo(chat);
    assertThat(compute(byChannel, List.of(List.of(second), List.of(first)))).isEqualTo(chat);
    assertThat(compute(byChannel, List.of(List.of(second, first)))).isEqualTo(chat);
    assertThat(compute(byChannel, List.of(List.of(second), List.of(second)))).isEqualTo(chat);
  }

  @Test
  void what_a_withdrawn_import_had_corrected_comes_back() {
    Fact first = fact(1, Kind.CASE, "2026-03-03T12:00:00Z").channel("web").build();
    Fact second =
        Fact.at(1, 2, 2, 1, Kind.CASE, "id-1", at("2026-03-03T12:00:00Z")).channel("chat").build();
    Fact other =
        Fact.at(2, 2, 2, 1, Kind.CASE, "id-2", at("2026-03-03T12:00:00Z")).channel("chat").build();
    Plan byChannel = week(ShippedMetrics.CASE_VOLUME).by(Dimension.CHANNEL).without(Set.of(2L));
    assertThat(compute(byChannel, List.of(List.of(first), List.of(second, other))))
        .isEqualTo(new Cells(List.of(new Cell(MONDAY.plusDays(1), "web", new CountTally(1, 0)))));
  }

  @Test
  void an_item_that_moves_to_another_day_leaves_the_old_one() {
    Fact first = fact(1, Kind.CASE, "2026-03-03T12:00:00Z").build();
    Fact moved = Fact.at(1, 2, 2, 1, Kind.CASE, "id-1", at("2026-03-05T12:00:00Z")).build();
    Fact gone = Fact.gone(1, 2, 2, 1, Kind.CASE, "id-1", first.fileDay());
    List<List<Fact>> batches = List.of(List.of(first), List.of(moved, gone));
    assertThat(compute(week(ShippedMetrics.CASE_VOLUME), batches).cells())
        .extracting(Cell::day)
        .containsExactly(MONDAY.plusDays(3));
    assertThat(compute(week(ShippedMetrics.CASE_VOLUME).without(Set.of(2L)), batches).cells())
        .extracting(Cell::day)
        .containsExactly(MONDAY.plusDays(1));
    assertThat(compute(week(ShippedMetrics.CASE_VOLUME).without(Set.of(1L)), batches).cells())
        .extracting(Cell::day)
        .containsExactly(MONDAY.plusDays(3));
  }

  @Test
  void cells_are_cut_by_a_dimension_and_what_carries_none_stands_apart() {
    Cells cells =
        compute(
            week(ShippedMetrics.CASE_VOLUME).by(Dimension.UNIT),
            fact(1, Kind.CASE, "2026-03-03T12:00:00Z").unit(12).build(),
            fact(2, Kind.CASE, "2026-03-03T12:00:00Z").unit(12).build(),
            fact(3, Kind.CASE, "2026-03-03T12:00:00Z").build());
    assertThat(cells)
        .isEqualTo(
            new Cells(
                List.of(
                    new Cell(MONDAY.plusDays(1), null, new CountTally(1, 0)),
                    new Cell(MONDAY.plusDays(1), "12", new CountTally(2, 0)))));
    assertThat(cells.values()).isEqualTo(Arrays.asList(null, "12"));
  }

  @Test
  void filters_keep_some_values_and_never_what_carries_none() {
    List<List<Fact>> facts =
        List.of(
            List.of(
                fact(1, Kind.CASE, "2026-03-03T12:00:00Z").unit(1).channel("it's").build(),
                fact(2, Kind.CASE, "2026-03-03T12:00:00Z").unit(2).channel("it's").build(),
                fact(3, Kind.CASE, "2026-03-03T12:00:00Z").unit(1).channel("b").build(),
                fact(4, Kind.CASE, "2026-03-03T12:00:00Z").build()));
    Plan plan = week(ShippedMetrics.CASE_VOLUME);
    Filter channel =
        new Filter.Words((Dimension.ByText) Dimension.CHANNEL, Set.of("it's", "' OR 1=1 --"));
    assertThat(compute(plan.filtered(List.of(channel)), facts).pooled())
        .contains(new CountTally(2, 0));
    assertThat(
            compute(plan.filtered(List.of(channel, new Filter.Units(Set.of(1, 7)))), facts)
                .pooled())
        .contains(new CountTally(1, 0));
    assertThat(compute(plan.filtered(List.of(new Filter.Units(Set.of()))), facts).pooled())
        .isEmpty();
  }

  @Test
  void free_attributes_may_have_any_name() {
    for (String name :
        List.of("TYPE", "a.b", "it's", "*", "$[0]", "AIRLINE CODE", "ä", "0", "a/b~c", "/x")) {
      MetricDefinition metric =
          definition(
              new Measure.Count(),
              Condition.all(new Condition.Is(new Field.Attribute(name), "yes \"x\"\n")),
              List.of(Dimension.attribute(name)));
      Cells cells =
          compute(
              week(metric).by(Dimension.attribute(name)),
              fact(1, Kind.CASE, "2026-03-03T12:00:00Z")
                  .attributes(Attributes.of(Map.of(name, "yes \"x\"\n", "other", "no")))
                  .build(),
              fact(2, Kind.CASE, "2026-03-03T12:00:00Z")
                  .attributes(Attributes.of(Map.of(name, "no")))
                  .build(),
              fact(3, Kind.CASE, "2026-03-03T12:00:00Z").build());
      assertThat(cells.cells())
          .as(name)
          .containsExactly(new Cell(MONDAY.plusDays(1), "yes \"x\"\n", new CountTally(1, 0)));
    }
  }

  static MetricDefinition definition(Measure measure, Condition where, List<Dimension> dimensions) {
    Statistic statistic =
        switch (measure) {
          case Measure.Count c -> Statistic.Plain.COUNT;
          case Measure.Sum s -> Statistic.Plain.SUM;
          case Measure.Share s -> Statistic.Plain.SHARE;
          case Measure.Mean m -> Statistic.Plain.MEAN;
          case Measure.Nps n -> Statistic.Plain.SCORE;
          case Measure.Duration d -> new Statistic.Quantile(90);
          case Measure.OnTime o -> Statistic.Plain.SHARE;
          case Measure.Rate r -> new Statistic.Per(r.per());
          case Measure.Distinct d -> Statistic.Plain.COUNT;
          case Measure.Reopened _, Measure.FirstContact _, Measure.FollowedUp _ ->
              Statistic.Plain.SHARE;
          case Measure.Churn _, Measure.Retention _, Measure.Repeat _ -> Statistic.Plain.SHARE;
        };
    return new MetricDefinition(
        "own",
        1,
        "Own",
        Set.of(Kind.CASE),
        where,
        Instants.STARTED,
        measure,
        List.of(statistic),
        dimensions,
        Direction.UP,
        10);
  }

  @Test
  void conditions_are_true_or_false_but_never_unknown() {
    List<List<Fact>> facts =
        List.of(
            List.of(
                fact(1, Kind.CASE, "2026-03-03T12:00:00Z")
                    .status("a")
                    .contacts(2)
                    .complaint(true)
                    .quantity(1_500_000L)
                    .build(),
                fact(2, Kind.CASE, "2026-03-03T12:00:00Z")
                    .status("b")
                    .contacts(3)
                    .complaint(false)
                    .build(),
                fact(3, Kind.CASE, "2026-03-03T12:00:00Z").build()));
    Map<Condition, Long> met =
        Map.of(
            new Condition.Is(Field.Word.STATUS, "a"),
            1L,
            new Condition.IsNot(Field.Word.STATUS, "a"),
            2L,
            new Condition.In(Field.Word.STATUS, List.of("a", "b", "c")),
            2L,
            new Condition.AtLeast(Field.Amount.CONTACTS, new BigDecimal("2.5")),
            1L,
            new Condition.AtMost(Field.Amount.CONTACTS, new BigDecimal("2.5")),
            1L,
            new Condition.AtLeast(Field.Amount.QUANTITY, new BigDecimal("1.5")),
            1L,
            new Condition.Flagged(Field.Flag.COMPLAINT, false),
            1L,
            Condition.any(
                new Condition.Is(Field.Word.STATUS, "b"),
                new Condition.AtMost(Field.Amount.CONTACTS, BigDecimal.TWO)),
            2L,
            Condition.all(
                new Condition.IsNot(Field.Word.STATUS, "b"),
                new Condition.IsNot(Field.Word.TOPIC, "x")),
            2L,
            Condition.ALWAYS,
            3L);
    met.forEach(
        (condition, expected) ->
            assertThat(
                    compute(
                            week(
                                definition(
                                    new Measure.Share(condition), Condition.ALWAYS, List.of())),
                            facts)
                        .pooled())
                .as(condition.toString())
                .contains(new ShareTally(3, expected, 0, 0, Weights.NONE, BigInteger.ZERO)));
  }

  @Test
  void answers_are_promoters_passives_or_detractors_and_weights_add_up_exactly() {
    assertThat(
            compute(
                    week(ShippedMetrics.NPS),
                    answer(1, Score.nps(9_000_000)).weight(1_500_000L).build(),
                    answer(2, Score.nps(8_000_000)).weight(500_000L).build(),
                    answer(3, Score.nps(6_000_000)).build(),
                    answer(4, Score.nps(0)).weight(Fact.HEAVIEST).build(),
                    answer(5, Score.csat(5_000_000)).build())
                .pooled())
        .contains(
            new NpsTally(
                4,
                1,
                2,
                new Weights(
                    3,
                    whole(2_000_000 + Fact.HEAVIEST),
                    whole(1_500_000L * 1_500_000L + 500_000L * 500_000L)
                        .add(whole(Fact.HEAVIEST).pow(2))),
                whole(1_500_000),
                whole(Fact.HEAVIEST)));
  }

  @Test
  void effort_is_low_from_five_on() {
    assertThat(
            compute(
                    week(ShippedMetrics.CES),
                    answer(1, Score.ces(5_000_000)).build(),
                    answer(2, Score.ces(4_000_000)).build(),
                    answer(3, Score.csat(5_000_000)).build())
                .pooled())
        .get()
        .isInstanceOfSatisfying(
            ScoreTally.class,
            tally -> {
              assertThat(tally.n()).isEqualTo(2);
              assertThat(tally.top()).isEqualTo(1);
            });
  }

  @Test
  void bots_contain_what_they_take_up_and_do_not_hand_over() {
    assertThat(
            compute(
                    week(ShippedMetrics.BOT_CONTAINMENT),
                    on(1, Kind.CASE).handledBy(HandledBy.BOT).build(),
                    on(2, Kind.CASE).handledBy(HandledBy.BOT).build(),
                    on(3, Kind.CASE).handledBy(HandledBy.HANDED_OVER).build(),
                    on(4, Kind.CASE).handledBy(HandledBy.PERSON).build(),
                    on(5, Kind.CASE).build(),
                    on(6, Kind.CLAIM).handledBy(HandledBy.BOT).build())
                .pooled())
        .contains(share(3, 2));
  }

  @Test
  void every_order_counts_as_available_that_was_not_out_of_stock() {
    assertThat(
            compute(
                    week(ShippedMetrics.STOCK_AVAILABILITY),
                    on(1, Kind.ORDER).status("out-of-stock").build(),
                    on(2, Kind.ORDER).status("delivered").build(),
                    on(3, Kind.ORDER).build(),
                    on(4, Kind.ORDER).status(Fact.WITHDRAWN).build(),
                    on(5, Kind.CASE).build())
                .pooled())
        .contains(share(3, 2));
  }

  @Test
  void an_article_that_somebody_engaged_with_was_shown_as_well() {
    assertThat(
            compute(
                    week(ShippedMetrics.HELP_ARTICLE_ENGAGEMENT),
                    on(1, Kind.ACTIVITY).status("engaged").build(),
                    on(2, Kind.ACTIVITY).status("shown").build(),
                    on(3, Kind.ACTIVITY).status("shown").build(),
                    on(4, Kind.ACTIVITY).build())
                .pooled())
        .contains(share(3, 1));
  }

  @Test
  void activities_add_up_their_quantities_and_referrals_are_those_of_their_topic() {
    Fact[] done = {
      on(1, Kind.ACTIVITY).quantity(2_500_000L).topic("promoter-referrals").build(),
      on(2, Kind.ACTIVITY).build(),
      on(3, Kind.ACTIVITY).quantity(4_000_000L).topic("calls").build(),
      on(4, Kind.CASE).quantity(9_000_000L).topic("promoter-referrals").build()
    };
    assertThat(compute(week(ShippedMetrics.ACTIVITY_COUNT), done).pooled())
        .contains(new SumTally(3, whole(7_500_000)));
    assertThat(compute(week(ShippedMetrics.PROMOTER_REFERRALS), done).pooled())
        .contains(new SumTally(1, whole(2_500_000)));
  }

  @Test
  void orders_and_claims_take_their_own_time() {
    Fact[] facts = {
      on(1, Kind.ORDER).finished(at("2026-03-03T14:00:00Z")).build(),
      on(2, Kind.CLAIM).finished(at("2026-03-03T13:00:00Z")).build(),
      on(3, Kind.CASE).finished(at("2026-03-03T12:30:00Z")).build()
    };
    assertThat(compute(week(ShippedMetrics.ORDER_TURNAROUND), facts).pooled())
        .contains(DurationTally.of(ValueCounts.ofValues(7_200_000_000L), Map.of()));
    assertThat(compute(week(ShippedMetrics.CLAIM_TURNAROUND), facts).pooled())
        .contains(DurationTally.of(ValueCounts.ofValues(3_600_000_000L), Map.of()));
  }

  private static FactBuilder on(long key, Kind kind) {
    return fact(key, kind, "2026-03-03T12:00:00Z");
  }

  private static ShareTally share(long n, long met) {
    return new ShareTally(n, met, 0, 0, Weights.NONE, BigInteger.ZERO);
  }

  private static FactBuilder answer(long key, Score score) {
    return fact(key, Kind.SURVEY, "2026-03-03T12:00:00Z").score(score);
  }

  @Test
  void scores_are_summed_with_their_squares_and_their_weights() {
    assertThat(
            compute(
                    week(ShippedMetrics.CSAT),
                    answer(1, Score.csat(5_000_000)).weight(2_000_000L).build(),
                    answer(2, Score.csat(3_500_000)).build(),
                    fact(3, Kind.TALLY, "2026-03-03T12:00:00Z")
                        .addedUp(new AddedUp("csat", 8_500_000, 10_000_000))
                        .build(),
                    fact(4, Kind.TALLY, "2026-03-03T12:00:00Z")
                        .addedUp(new AddedUp("other", 1, 1))
                        .build())
                .pooled())
        .contains(
            new ScoreTally(
                2,
                1,
                whole(8_500_000),
                whole(25_000_000_000_000L + 12_250_000_000_000L),
                10_000_000,
                8_500_000,
                new Weights(1, whole(2_000_000), whole(4_000_000_000_000L)),
                whole(2_000_000),
                whole(10_000_000_000_000L),
                new BigInteger("50000000000000000000")));
  }

  @Test
  void durations_are_listed_and_what_is_open_is_kept_by_source_and_start() {
    Fact done =
        fact(1, Kind.CASE, "2026-03-03T12:00:00Z").finished(at("2026-03-03T14:00:00Z")).build();
    Fact same =
        fact(2, Kind.CASE, "2026-03-03T13:00:00Z").finished(at("2026-03-03T15:00:00Z")).build();
    Fact open = fact(3, Kind.CASE, "2026-03-03T16:00:00Z").build();
    Fact elsewhere = Fact.at(4, 1, 1, 2, Kind.CASE, "id-4", at("2026-03-03T17:00:00Z")).build();
    assertThat(compute(week(ShippedMetrics.RESOLUTION_TIME), done, same, open, elsewhere).pooled())
        .contains(
            DurationTally.of(
                ValueCounts.ofValues(2 * HOUR, 2 * HOUR),
                Map.of(
                    1, ValueCounts.ofValues(open.started().us()),
                    2, ValueCounts.ofValues(elsewhere.started().us()))));
  }

  @Test
  void as_of_an_earlier_moment_later_things_have_not_happened() {
    Fact done =
        fact(1, Kind.CASE, "2026-03-03T12:00:00Z").finished(at("2026-03-03T14:00:00Z")).build();
    Fact later =
        fact(2, Kind.CASE, "2026-03-03T13:00:00Z")
            .finished(at("2026-03-03T15:00:00.000001Z"))
            .build();
    Fact future = fact(3, Kind.CASE, "2026-03-03T15:00:00.000001Z").build();
    Plan plan = week(ShippedMetrics.RESOLUTION_TIME).asOf(Instant.parse("2026-03-03T15:00:00Z"));
    assertThat(compute(plan, done, later, future).pooled())
        .contains(
            DurationTally.of(
                ValueCounts.ofValues(2 * HOUR),
                Map.of(1, ValueCounts.ofValues(later.started().us()))));
  }

  @Test
  void a_promise_counts_once_it_is_due_and_is_met_by_a_finish_not_later() {
    Plan plan =
        Plan.of(
            ShippedMetrics.ON_TIME_SHARE,
            MONDAY,
            SUNDAY,
            Map.of(1, at("2026-03-06T00:00:00Z").us()));
    FactBuilder met =
        fact(1, Kind.CASE, "2026-02-01T12:00:00Z")
            .due(at("2026-03-04T12:00:00Z"))
            .finished(at("2026-03-04T12:00:00Z"));
    Fact missed =
        fact(2, Kind.ORDER, "2026-02-01T12:00:00Z")
            .due(at("2026-03-04T12:00:00Z"))
            .finished(at("2026-03-04T12:00:00.000001Z"))
            .build();
    Fact open = fact(3, Kind.CLAIM, "2026-02-01T12:00:00Z").due(at("2026-03-06T00:00:00Z")).build();
    Fact notKnownYet =
        fact(4, Kind.CASE, "2026-02-01T12:00:00Z")
            .due(at("2026-03-06T00:00:00.000001Z"))
            .finished(at("2026-03-04T12:00:00Z"))
            .build();
    Fact unknownSource =
        Fact.at(5, 1, 1, 9, Kind.CASE, "id-5", at("2026-02-01T12:00:00Z"))
            .due(at("2026-03-04T12:00:00Z"))
            .build();
    Fact without = fact(6, Kind.CASE, "2026-03-03T12:00:00Z").build();
    Fact neverPromised = fact(7, Kind.SURVEY, "2026-03-03T12:00:00Z").build();
    Fact tally =
        fact(8, Kind.TALLY, "2026-03-03T12:00:00Z")
            .addedUp(new AddedUp("on-time-share", 6_815_840_000L, 8_312_000_000L))
            .build();
    Fact[] facts = {
      met.build(), missed, open, notKnownYet, unknownSource, without, neverPromised, tally
    };
    assertThat(compute(plan, facts))
        .isEqualTo(
            new Cells(
                List.of(
                    new Cell(
                        MONDAY.plusDays(1),
                        null,
                        new OnTimeTally(0, 0, 1, 8_312_000_000L, 6_815_840_000L)),
                    new Cell(MONDAY.plusDays(2), null, new OnTimeTally(2, 1, 0, 0, 0)),
                    new Cell(MONDAY.plusDays(4), null, new OnTimeTally(1, 0, 0, 0, 0)))));
    assertThat(
            compute(plan.asOf(Instant.parse("2026-03-04T12:00:00Z")), facts)
                .pooled(MONDAY.plusDays(2), SUNDAY))
        .contains(new OnTimeTally(2, 1, 0, 0, 0));
  }

  @Test
  void quantities_add_up_and_count_as_one_when_not_stated() {
    MetricDefinition sum = definition(new Measure.Sum(), Condition.ALWAYS, List.of());
    assertThat(
            compute(
                    week(sum),
                    fact(1, Kind.CASE, "2026-03-03T12:00:00Z").quantity(2_500_000L).build(),
                    fact(2, Kind.CASE, "2026-03-03T12:00:00Z").build())
                .pooled())
        .contains(new SumTally(2, whole(3_500_000)));
  }

  @Test
  void nothing_gives_no_cells() {
    assertThat(compute(week(ShippedMetrics.CASE_VOLUME), List.of())).isEqualTo(Cells.NONE);
  }
}
