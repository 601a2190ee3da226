package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Words BRITISH = new Words(Locale.UK, ZoneId.of("America/New_York"));
  private static final Words GERMAN = new Words(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

  @Test
  void a_value_comes_with_its_unit() {
    assertThat(plain(BRITISH.value(82.44, "percent"))).isEqualTo("82.4 %");
    assertThat(plain(BRITISH.value(-12.04, "points"))).isEqualTo("−12.0 points");
    assertThat(plain(BRITISH.value(-0.04, "points"))).isEqualTo("0.0 points");
    assertThat(plain(BRITISH.value(8312, "count"))).isEqualTo("8,312");
    assertThat(plain(BRITISH.value(395, "quantity"))).isEqualTo("395");
    assertThat(plain(BRITISH.value(2.25, "quantity"))).isEqualTo("2.2");
    assertThat(plain(BRITISH.value(4, "scale"))).isEqualTo("4.0");
    assertThat(plain(GERMAN.value(8312.5, "count"))).isEqualTo("8.312");
  }

  @Test
  void a_duration_is_told_in_the_unit_that_reads_best() {
    assertThat(plain(BRITISH.value(45, "seconds"))).isEqualTo("45.0 seconds");
    assertThat(plain(BRITISH.value(750, "seconds"))).isEqualTo("12.5 minutes");
    assertThat(plain(BRITISH.value(14_400, "seconds"))).isEqualTo("4.0 hours");
    assertThat(plain(BRITISH.value(276_480, "seconds"))).isEqualTo("3.2 days");
    assertThat(plain(BRITISH.exact(new BigDecimal("14400"), "seconds"))).isEqualTo("4 hours");
    assertThat(plain(BRITISH.exact(new BigDecimal("172800"), "seconds"))).isEqualTo("2 days");
  }

  @Test
  void what_a_person_typed_keeps_every_decimal() {
    assertThat(plain(BRITISH.exact(new BigDecimal("84.65"), "percent"))).isEqualTo("84.65 %");
    assertThat(plain(BRITISH.exact(new BigDecimal("90"), "percent"))).isEqualTo("90 %");
    assertThat(plain(BRITISH.exact(new BigDecimal("-3"), "points"))).isEqualTo("−3 points");
  }

  @Test
  void both_ends_of_an_interval_are_in_one_unit() {
    assertThat(plain(BRITISH.interval(37.2, 42.4, "points"))).isEqualTo("37.2 to 42.4 points");
    assertThat(plain(BRITISH.interval(100_000, 290_000, "seconds"))).isEqualTo("1.2 to 3.4 days");
    assertThat(BRITISH.n(2831)).isEqualTo("n = 2,831");
  }

  @Test
  void a_difference_of_shares_is_in_percentage_points() {
    assertThat(plain(BRITISH.change(5.6, "percent"))).isEqualTo("+5.6 pp");
    assertThat(plain(BRITISH.change(-2, "points"))).isEqualTo("−2.0 points");
  }

  @Test
  void a_period_goes_by_its_name() {
    assertThat(BRITISH.period(day(1, 1), day(1, 31))).isEqualTo("Jan 2015");
    assertThat(BRITISH.period(day(4, 1), day(6, 30))).isEqualTo("Q2 2015");
    assertThat(BRITISH.period(day(1, 1), day(12, 31))).isEqualTo("2015");
    assertThat(BRITISH.period(day(3, 2), day(3, 8))).isEqualTo("2 to 8 Mar 2015");
    assertThat(BRITISH.period(day(3, 30), day(4, 5))).isEqualTo("30 Mar to 5 Apr 2015");
  }

  @Test
  void an_instant_is_told_in_the_zone_of_the_workspace() {
    assertThat(BRITISH.instant(Instant.parse("2016-01-13T03:30:00Z")))
        .isEqualTo("12 Jan 2016, 22:30");
  }

  @Test
  void an_axis_has_round_steps_in_the_unit_people_read() {
    assertThat(NiceScale.covering(74.2, 90, 5, 1).ticks())
        .containsExactly(70.0, 75.0, 80.0, 85.0, 90.0);
    assertThat(
            NiceScale.covering(0, 55 * 3600, 5, 86_400).ticks().stream()
                .map(seconds -> seconds / 86_400))
        .containsExactly(0.0, 0.5, 1.0, 1.5, 2.0, 2.5);
    assertThat(NiceScale.covering(7, 7, 5, 1).ticks()).contains(7.0);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2015, month, day);
  }

  private static String plain(String written) {
    return written.replace('\u00a0', ' ');
  }
}
