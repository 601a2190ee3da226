package org.waymark.measure.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.measure.fact.Moment;

class BusinessClockTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final long SECOND = 1_000_000;

  static Schedule office(Set<LocalDate> closed) {
    Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        week.put(day, List.of(Opening.of("09:00", "17:00")));
      }
    }
    return new Schedule(LONDON, week, closed, START);
  }

  private static Schedule always(ZoneId zone) {
    Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(Opening.of("00:00", "24:00")));
    }
    return new Schedule(zone, week, Set.of(), START);
  }

  private static long us(String local) {
    return Moment.micros(LocalDateTime.parse(local).atZone(LONDON).toInstant());
  }

  /** The published vectors, to the second: business and calendar time. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-06T16:30, 2026-03-09T09:45, PT1H15M, PT65H15M",
    "2026-03-27T16:00, 2026-03-30T10:00, PT2H, PT65H",
    "2026-04-02T16:00, 2026-04-07T10:00, PT2H, PT114H",
    "2026-03-07T10:00, 2026-03-08T18:00, PT0S, PT32H",
  })
  void business_time_runs_only_while_the_unit_works(
      String from, String to, Duration business, Duration calendar) {
    Schedule office = office(Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)));
    BusinessClock clock = new BusinessClock(office);
    assertThat(clock.at(us(to)) - clock.at(us(from))).isEqualTo(business.toSeconds() * SECOND);
    assertThat(office.workedBetween(us(from), us(to))).isEqualTo(business.toSeconds() * SECOND);
    assertThat(us(to) - us(from)).isEqualTo(calendar.toSeconds() * SECOND);
  }

  @Test
  void a_day_without_an_end_has_23_hours_when_clocks_go_forward_and_25_when_they_go_back() {
    BusinessClock clock = new BusinessClock(always(LONDON));
    assertThat(clock.at(us("2026-03-30T00:00")) - clock.at(us("2026-03-29T00:00")))
        .isEqualTo(23 * 3_600 * SECOND);
    assertThat(clock.at(us("2026-10-26T00:00")) - clock.at(us("2026-10-25T00:00")))
        .isEqualTo(25 * 3_600 * SECOND);
  }

  @Test
  void hours_that_end_where_others_begin_make_the_same_day_even_in_the_skipped_hour() {
    Map<DayOfWeek, List<Opening>> parted = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      parted.put(
          day,
          List.of(
              Opening.of("00:00", "01:30"),
              Opening.of("01:30", "01:45"),
              Opening.of("01:45", "24:00")));
    }
    BusinessClock clock = new BusinessClock(new Schedule(LONDON, parted, Set.of(), START));
    for (String day : List.of("2026-03-29", "2026-10-25", "2026-06-01")) {
      LocalDate date = LocalDate.parse(day);
      long from = Moment.micros(date.atStartOfDay(LONDON).toInstant());
      long to = Moment.micros(date.plusDays(1).atStartOfDay(LONDON).toInstant());
      assertThat(clock.at(to) - clock.at(from)).as(day).isEqualTo(to - from);
    }
  }

  @Test
  void nothing_is_worked_before_the_schedule_is_valid() {
    BusinessClock clock = new BusinessClock(always(LONDON));
    assertThat(clock.at(us("2025-12-31T12:00"))).isZero();
    assertThat(clock.at(us("2026-01-01T00:00"))).isZero();
    assertThat(clock.at(us("2026-01-01T00:00") + 1)).isEqualTo(1);
  }

  @Test
  void a_time_that_is_none_and_hours_that_overlap_are_refused() {
    for (String none : List.of("9:00", "24:01", "12:60", "noon", "")) {
      assertThatThrownBy(() -> Opening.minute(none)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Opening.of("17:00", "09:00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Schedule(
                    LONDON,
                    Map.of(
                        DayOfWeek.MONDAY,
                        List.of(Opening.of("09:00", "12:00"), Opening.of("11:59", "17:00"))),
                    Set.of(),
                    START))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Opening.time(Opening.minute("24:00"))).isEqualTo("24:00");
  }

  /** Additive, never faster than the calendar, never back, and what walking day by day gives. */
  @Property(tries = 150)
  void any_clock_adds_up_and_agrees_with_walking_day_by_day(@ForAll Random random) {
    Schedule schedule = any(random);
    BusinessClock clock = new BusinessClock(schedule);
    long first = schedule.fromUs();
    for (int i = 0; i < 20; i++) {
      long a = first + random.nextLong(0, 400L * 86_400 * SECOND);
      long b = a + random.nextLong(0, 40L * 86_400 * SECOND);
      long middle = a + random.nextLong(0, b - a + 1);
      long worked = clock.at(b) - clock.at(a);
      assertThat(worked).isBetween(0L, b - a);
      assertThat(worked).isEqualTo(schedule.workedBetween(a, b));
      assertThat(schedule.workedBetween(a, middle) + schedule.workedBetween(middle, b))
          .isEqualTo(worked);
      assertThat(read(clock.ticks(a, b), middle)).isEqualTo(clock.at(middle));
      assertThat(read(clock.ticks(a, b), a)).isEqualTo(clock.at(a));
      assertThat(read(clock.ticks(a, b), b)).isEqualTo(clock.at(b));
    }
  }

  /** As an engine reads them: the last tick that begins by then. */
  private static long read(List<BusinessClock.Tick> ticks, long us) {
    BusinessClock.Tick last = ticks.getFirst();
    for (BusinessClock.Tick tick : ticks) {
      last = tick.startUs() <= us ? tick : last;
    }
    return last.before() + Math.min(us, last.endUs()) - last.startUs();
  }

  private static final List<String> ZONES =
      List.of(
          "Europe/London",
          "America/St_Johns",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "Pacific/Apia",
          "America/Sao_Paulo");

  private static Schedule any(Random random) {
    Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Opening> openings = new ArrayList<>();
      int at = random.nextInt(0, 600);
      while (at < Opening.DAY && random.nextInt(3) > 0) {
        int to = Math.min(Opening.DAY, at + random.nextInt(1, 700));
        openings.add(new Opening(at, to));
        at = to + (random.nextBoolean() ? 0 : random.nextInt(1, 90));
      }
      if (!openings.isEmpty()) {
        week.put(day, openings);
      }
    }
    LocalDate from = LocalDate.of(random.nextInt(2010, 2030), random.nextInt(1, 13), 1);
    Set<LocalDate> closed = new HashSet<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      closed.add(from.plusDays(random.nextInt(400)));
    }
    return new Schedule(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), week, closed, from);
  }
}
