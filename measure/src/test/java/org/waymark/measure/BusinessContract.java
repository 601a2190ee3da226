package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.measure.clock.BusinessClock;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.clock.Opening;
import org.waymark.measure.clock.Schedule;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactBuilder;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Pause;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.ValueCounts;

/** What every engine has to answer of durations in business hours. */
abstract class BusinessContract extends CustomersContract {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final long MINUTE = 60_000_000;
  private static final long KNOWN_MONDAY_NOON = us("2026-03-09T12:00:00Z");

  static Schedule weekdays(ZoneId zone, String from, String to, LocalDate since) {
    Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        week.put(day, List.of(Opening.of(from, to)));
      }
    }
    return new Schedule(zone, week, Set.of(LocalDate.of(2026, 4, 3)), since);
  }

  private static final Schedule OFFICE =
      weekdays(LONDON, "09:00", "17:00", LocalDate.of(2026, 1, 1));

  private static long us(String instant) {
    return Moment.micros(Instant.parse(instant));
  }

  private static Moment at(String instant) {
    return Moment.of(Instant.parse(instant), LONDON);
  }

  private static FactBuilder asked(long key, String started) {
    return Fact.at(key, 1, 1, 1, Kind.CASE, "id-" + key, at(started));
  }

  private static Plan march() {
    return Plan.of(
            ShippedMetrics.FIRST_RESPONSE_BUSINESS_TIME,
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 4, 30),
            Map.of(1, KNOWN_MONDAY_NOON))
        .timedBy(Hours.of(OFFICE));
  }

  private DurationTally tally(Plan plan, Fact... facts) {
    return (DurationTally) compute(plan, List.of(List.of(facts))).pooled().orElseThrow();
  }

  @Test
  void only_working_time_counts() {
    DurationTally tally =
        tally(
            march(),
            asked(1, "2026-03-06T16:30:00Z").responded(at("2026-03-09T09:45:00Z")).build(),
            asked(2, "2026-03-07T10:00:00Z").responded(at("2026-03-08T18:00:00Z")).build(),
            asked(3, "2026-04-02T15:00:00Z").responded(at("2026-04-06T08:30:00Z")).build(),
            asked(4, "2026-03-27T16:00:00Z").responded(at("2026-03-30T09:00:00Z")).build());
    assertThat(tally.finished())
        .isEqualTo(ValueCounts.ofValues(0, 75 * MINUTE, 90 * MINUTE, 120 * MINUTE));
    assertThat(tally.without()).isZero();
  }

  @Test
  void an_open_item_is_known_to_have_waited_the_working_time_until_its_source_is_known() {
    DurationTally tally = tally(march(), asked(1, "2026-03-06T16:30:00Z").build());
    assertThat(tally.censored(march().known())).isEqualTo(ValueCounts.ofValues(210 * MINUTE));
    Plan saturday = march().asOf(Instant.parse("2026-03-07T12:00:00Z"));
    assertThat(tally(saturday, asked(1, "2026-03-06T16:30:00Z").build()).censored(saturday.known()))
        .isEqualTo(ValueCounts.ofValues(30 * MINUTE));
  }

  @Test
  void what_had_not_ended_by_then_is_open() {
    Fact answered = asked(1, "2026-03-06T16:30:00Z").responded(at("2026-03-09T09:45:00Z")).build();
    Plan before = march().asOf(Instant.parse("2026-03-09T09:30:00Z"));
    DurationTally tally = tally(before, answered);
    assertThat(tally.finished()).isEqualTo(ValueCounts.NONE);
    assertThat(tally.censored(before.known())).isEqualTo(ValueCounts.ofValues(60 * MINUTE));
  }

  @Test
  void what_waits_for_the_customer_does_not_count() {
    Pause noon = new Pause(us("2026-03-10T10:00:00Z"), us("2026-03-10T15:00:00Z"));
    DurationTally tally =
        tally(
            march(),
            asked(1, "2026-03-09T12:00:00Z")
                .responded(at("2026-03-11T11:00:00Z"))
                .pauses(List.of(noon))
                .build(),
            asked(2, "2026-03-10T12:00:00Z")
                .responded(at("2026-03-10T14:00:00Z"))
                .pauses(List.of(noon))
                .build(),
            asked(3, "2026-03-06T16:00:00Z")
                .responded(at("2026-03-09T10:00:00Z"))
                .pauses(
                    List.of(
                        new Pause(us("2026-03-06T16:15:00Z"), us("2026-03-06T16:30:00Z")),
                        new Pause(us("2026-03-06T16:30:00Z"), us("2026-03-09T09:30:00Z"))))
                .build());
    assertThat(tally.finished()).isEqualTo(ValueCounts.ofValues(0, 45 * MINUTE, 600 * MINUTE));
  }

  @Test
  void what_is_open_has_not_waited_while_it_was_paused() {
    Fact open =
        asked(1, "2026-03-06T12:00:00Z")
            .pauses(
                List.of(
                    new Pause(us("2026-03-06T13:00:00Z"), us("2026-03-06T14:00:00Z")),
                    new Pause(us("2026-03-06T16:00:00Z"), us("2026-03-09T10:00:00Z"))))
            .build();
    assertThat(tally(march(), open).censored(march().known()))
        .isEqualTo(ValueCounts.ofValues((3 + 2) * 60 * MINUTE));
    Plan friday = march().asOf(Instant.parse("2026-03-06T16:30:00Z"));
    assertThat(tally(friday, open).censored(friday.known()))
        .isEqualTo(ValueCounts.ofValues(3 * 60 * MINUTE));
    Plan early = march().asOf(Instant.parse("2026-03-06T13:30:00Z"));
    assertThat(tally(early, open).censored(early.known()))
        .isEqualTo(ValueCounts.ofValues(60 * MINUTE));
  }

  @Test
  void the_customer_waits_through_pauses_by_the_calendar() {
    Fact paused =
        asked(1, "2026-03-06T12:00:00Z")
            .responded(at("2026-03-06T15:00:00Z"))
            .pauses(List.of(new Pause(us("2026-03-06T13:00:00Z"), us("2026-03-06T14:00:00Z"))))
            .build();
    Plan calendar =
        Plan.of(
            ShippedMetrics.FIRST_RESPONSE_TIME,
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 31),
            Map.of(1, KNOWN_MONDAY_NOON));
    assertThat(tally(calendar, paused).finished()).isEqualTo(ValueCounts.ofValues(180 * MINUTE));
  }

  @Test
  void each_unit_has_its_own_hours_and_zone() {
    Schedule sydney =
        weekdays(ZoneId.of("Australia/Sydney"), "09:00", "17:00", LocalDate.of(2026, 1, 1));
    Plan plan =
        march()
            .timedBy(
                new Hours(
                    Map.of(1, new BusinessClock(OFFICE), 7, new BusinessClock(sydney)),
                    Map.of(3, List.of(new Hours.Since(sydney.fromUs(), 7))),
                    List.of(new Hours.Since(OFFICE.fromUs(), 1))));
    Cells cells =
        compute(
            plan.by(Dimension.UNIT),
            List.of(
                List.of(
                    asked(1, "2026-03-03T22:30:00Z")
                        .unit(3)
                        .responded(at("2026-03-03T23:00:00Z"))
                        .build(),
                    asked(2, "2026-03-03T22:30:00Z")
                        .unit(4)
                        .responded(at("2026-03-04T09:10:00Z"))
                        .build(),
                    asked(3, "2026-03-03T22:30:00Z")
                        .responded(at("2026-03-04T09:20:00Z"))
                        .build())));
    assertThat(cells.cells())
        .extracting(Cell::value, cell -> ((DurationTally) cell.tally()).finished())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("3", ValueCounts.ofValues(30 * MINUTE)),
            org.assertj.core.groups.Tuple.tuple("4", ValueCounts.ofValues(10 * MINUTE)),
            org.assertj.core.groups.Tuple.tuple(null, ValueCounts.ofValues(20 * MINUTE)));
  }

  @Test
  void later_hours_never_change_what_started_before_them() {
    Schedule longer = weekdays(LONDON, "08:00", "20:00", LocalDate.of(2026, 3, 9));
    Plan changed =
        march()
            .timedBy(
                new Hours(
                    Map.of(1, new BusinessClock(OFFICE), 2, new BusinessClock(longer)),
                    Map.of(),
                    List.of(
                        new Hours.Since(OFFICE.fromUs(), 1), new Hours.Since(longer.fromUs(), 2))));
    DurationTally tally =
        tally(
            changed,
            asked(1, "2026-03-06T16:30:00Z").responded(at("2026-03-09T09:45:00Z")).build(),
            asked(2, "2026-03-09T08:30:00Z").responded(at("2026-03-09T09:45:00Z")).build(),
            asked(3, "2026-03-06T16:45:00Z").build(),
            asked(4, "2026-03-09T08:15:00Z").build());
    assertThat(tally.finished()).isEqualTo(ValueCounts.ofValues(75 * MINUTE, 75 * MINUTE));
    assertThat(tally.open().keySet()).containsExactly(new OpenBy(1, 1), new OpenBy(1, 2));
    assertThat(tally.censored(changed.known()))
        .isEqualTo(ValueCounts.ofValues(195 * MINUTE, 225 * MINUTE));
  }

  @Test
  void items_nobody_has_hours_for_are_left_out_and_counted() {
    Schedule april = weekdays(LONDON, "09:00", "17:00", LocalDate.of(2026, 4, 1));
    Plan plan = march().timedBy(Hours.of(april));
    DurationTally tally =
        tally(
            plan,
            asked(1, "2026-03-06T16:30:00Z").responded(at("2026-03-09T09:45:00Z")).build(),
            asked(2, "2026-03-06T16:30:00Z").build(),
            asked(3, "2026-04-01T08:00:00Z").responded(at("2026-04-01T08:25:00Z")).build());
    assertThat(tally.without()).isEqualTo(2);
    assertThat(tally.finished()).isEqualTo(ValueCounts.ofValues(25 * MINUTE));
    assertThat(tally.openCount()).isZero();
    DurationTally none =
        tally(march().timedBy(Hours.NONE), asked(1, "2026-03-06T16:30:00Z").build());
    assertThat(
            Finisher.finish(
                ShippedMetrics.FIRST_RESPONSE_BUSINESS_TIME,
                new Statistic.Quantile(50),
                none,
                false,
                march().known()))
        .isEqualTo(new Reading.NoData(Reading.Because.NO_HOURS));
  }

  @Test
  void a_unit_that_moves_to_where_nobody_has_hours_is_timed_by_none_from_then_on() {
    Plan plan =
        march()
            .timedBy(
                new Hours(
                    Map.of(1, new BusinessClock(OFFICE)),
                    Map.of(
                        5,
                        List.of(
                            new Hours.Since(OFFICE.fromUs(), 1),
                            new Hours.Since(us("2026-03-07T00:00:00Z"), Hours.UNKNOWN))),
                    List.of()));
    DurationTally tally =
        tally(
            plan,
            asked(1, "2026-03-06T16:30:00Z").unit(5).responded(at("2026-03-06T16:40:00Z")).build(),
            asked(2, "2026-03-09T10:00:00Z").unit(5).responded(at("2026-03-09T10:40:00Z")).build());
    assertThat(tally.finished()).isEqualTo(ValueCounts.ofValues(10 * MINUTE));
    assertThat(tally.without()).isEqualTo(1);
  }
}
