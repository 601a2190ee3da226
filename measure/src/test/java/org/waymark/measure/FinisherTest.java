package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.waymark.measure.Reading.AtLeast;
import org.waymark.measure.Reading.Because;
import org.waymark.measure.Reading.Measured;
import org.waymark.measure.Reading.NoData;
import org.waymark.measure.Reading.TooFew;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.ValueCounts;

class FinisherTest {

  private static final long HOUR = 3_600_000_000L;
  private static final Known DAY_100 = new Known(Long.MAX_VALUE, Map.of(1, 2_400 * HOUR));

  private static Reading finish(MetricDefinition metric, String statistic, Tally tally) {
    return Finisher.finish(metric, Statistic.of(statistic), tally, false, DAY_100);
  }

  private static NpsTally nps(long promoters, long passives, long detractors) {
    return new NpsTally(
        promoters + passives + detractors,
        promoters,
        detractors,
        Weights.NONE,
        BigInteger.ZERO,
        BigInteger.ZERO);
  }

  private static ScoreTally scores(long... scores) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    long top = 0;
    for (long score : scores) {
      BigInteger value = BigInteger.valueOf(score * 1_000_000);
      sum = sum.add(value);
      squares = squares.add(value.multiply(value));
      top += score >= 4 ? 1 : 0;
    }
    return new ScoreTally(
        scores.length,
        top,
        sum,
        squares,
        0,
        0,
        Weights.NONE,
        BigInteger.ZERO,
        BigInteger.ZERO,
        BigInteger.ZERO);
  }

  @ParameterizedTest(name = "{0}: {1} promoters, {2} passives, {3} detractors")
  @CsvFileSource(resources = "/vectors-nps-values.csv", numLinesToSkip = 1)
  void net_promoter_scores(
      String id,
      long promoters,
      long passives,
      long detractors,
      double value,
      double tolerance,
      String source) {
    // Many times the same answers, for ten are needed; the score does not depend on how many times.
    Measured reading =
        (Measured)
            finish(
                ShippedMetrics.NPS, "score", nps(promoters * 10, passives * 10, detractors * 10));
    assertThat(reading.value()).isCloseTo(value, within(tolerance));
  }

  @Test
  void a_net_promoter_score_carries_its_counts_and_its_interval() {
    Measured reading = (Measured) finish(ShippedMetrics.NPS, "score", nps(15, 13, 8));
    assertThat(reading.value()).isEqualTo(700.0 / 36);
    assertThat(reading.low()).isCloseTo(-6.28, within(0.005));
    assertThat(reading.high()).isCloseTo(42.18, within(0.005));
    assertThat(reading.numerator()).isEqualTo(new BigDecimal(7));
    assertThat(reading.denominator()).isEqualTo(new BigDecimal(36));
    assertThat(reading.n()).isEqualTo(36);
    assertThat(reading.indicative()).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1} of {2}")
  @CsvFileSource(resources = "/vectors-csat.csv", numLinesToSkip = 1)
  void top_box_shares(String id, long met, long n, double value, double tolerance, String source) {
    long[] scores = LongStream.range(0, n).map(i -> i < met ? 5 : 1).toArray();
    Measured reading = (Measured) finish(ShippedMetrics.CSAT, "top-box", scores(scores));
    assertThat(reading.value()).isCloseTo(value, within(tolerance));
  }

  @Test
  void a_mean_score_is_the_plain_mean_with_students_interval() {
    long[] scores = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
    Measured reading = (Measured) finish(ShippedMetrics.CSAT, "mean", scores(scores));
    // mean 3, sample variance 20/9, t(9) at 97.5 % = 2.262157 (any table of Student's t)
    double half = 2.262157 * Math.sqrt(20.0 / 9 / 10);
    assertThat(reading.value()).isEqualTo(3);
    assertThat(reading.low()).isCloseTo(3 - half, within(1e-5));
    assertThat(reading.high()).isCloseTo(3 + half, within(1e-5));
    assertThat(reading.indicative()).isTrue();
  }

  @Test
  void weights_give_kishs_effective_number_of_answers() {
    // 120 answers of 90 % met and 80 of 60 %, weighted to a population of 80 to 20: methods of
    // post-stratification; raw 0.78, weighted 0.84, effective 171.4.
    long heavy = 1_600_000_000L / 120 * 100 / 1000; // proportional to 80/120
    long light = 400_000_000L / 80 * 100 / 1000; // proportional to 20/80
    BigInteger w1 = BigInteger.valueOf(heavy);
    BigInteger w2 = BigInteger.valueOf(light);
    Weights weights =
        new Weights(
            200,
            w1.multiply(BigInteger.valueOf(120)).add(w2.multiply(BigInteger.valueOf(80))),
            w1.pow(2)
                .multiply(BigInteger.valueOf(120))
                .add(w2.pow(2).multiply(BigInteger.valueOf(80))));
    ScoreTally tally =
        new ScoreTally(
            203,
            156,
            BigInteger.ZERO,
            BigInteger.ZERO,
            0,
            0,
            weights,
            w1.multiply(BigInteger.valueOf(108)).add(w2.multiply(BigInteger.valueOf(48))),
            BigInteger.ZERO,
            BigInteger.ZERO);
    Measured reading =
        (Measured)
            Finisher.finish(ShippedMetrics.CSAT, Statistic.Plain.TOP_BOX, tally, true, DAY_100);
    assertThat(reading.value()).isCloseTo(84, within(1e-4));
    assertThat(reading.nEffective()).isCloseTo(171.4, within(0.05));
    assertThat(reading.n()).isEqualTo(200);
    assertThat(reading.without()).isEqualTo(3);
    double n = reading.nEffective();
    double z = 1.959964;
    double centre = (0.84 + z * z / 2 / n) / (1 + z * z / n);
    double half = z * Math.sqrt(0.84 * 0.16 / n + z * z / 4 / n / n) / (1 + z * z / n);
    assertThat(reading.low()).isCloseTo(100 * (centre - half), within(1e-3));
    assertThat(reading.high()).isCloseTo(100 * (centre + half), within(1e-3));
  }

  @Test
  void equal_weights_change_nothing() {
    BigInteger weight = BigInteger.valueOf(2_500_000);
    Weights weights =
        new Weights(
            40,
            weight.multiply(BigInteger.valueOf(40)),
            weight.pow(2).multiply(BigInteger.valueOf(40)));
    NpsTally tally =
        new NpsTally(
            40,
            20,
            10,
            weights,
            weight.multiply(BigInteger.valueOf(20)),
            weight.multiply(BigInteger.TEN));
    Measured plain = (Measured) finish(ShippedMetrics.NPS, "score", tally);
    Measured weighted =
        (Measured) Finisher.finish(ShippedMetrics.NPS, Statistic.Plain.SCORE, tally, true, DAY_100);
    assertThat(weighted.value()).isEqualTo(plain.value());
    assertThat(weighted.low()).isCloseTo(plain.low(), within(1e-9));
    assertThat(weighted.nEffective()).isEqualTo(40);
  }

  @Test
  void weights_of_durations_are_refused() {
    assertThatThrownBy(
            () ->
                Finisher.finish(
                    ShippedMetrics.RESOLUTION_TIME, Statistic.of("p90"), null, true, DAY_100))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> finish(ShippedMetrics.NPS, "p90", nps(1, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void too_few_and_nothing_are_not_numbers() {
    assertThat(finish(ShippedMetrics.NPS, "score", nps(5, 2, 2))).isEqualTo(new TooFew(9, 10));
    assertThat(((Measured) finish(ShippedMetrics.NPS, "score", nps(20, 5, 4))).indicative())
        .isTrue();
    assertThat(((Measured) finish(ShippedMetrics.NPS, "score", nps(20, 5, 5))).indicative())
        .isFalse();
    assertThat(finish(ShippedMetrics.NPS, "score", null)).isEqualTo(new NoData(Because.NO_ITEMS));
    assertThat(finish(ShippedMetrics.ON_TIME_SHARE, "share", new OnTimeTally(0, 0, 4, 0, 0)))
        .isEqualTo(new NoData(Because.NOTHING_DUE));
  }

  @Test
  void eighty_met_ten_missed_and_ten_overdue_are_eighty_percent_on_time() {
    Measured reading =
        (Measured) finish(ShippedMetrics.ON_TIME_SHARE, "share", new OnTimeTally(100, 80, 7, 0, 0));
    assertThat(reading.value()).isEqualTo(80.0);
    assertThat(reading.without()).isEqualTo(7);
  }

  @Test
  void tallies_pool_into_shares() {
    // 100 cases of which 80 in time, and a call centre's 8,312 calls of which 82 % in time
    Measured reading =
        (Measured)
            finish(
                ShippedMetrics.ON_TIME_SHARE,
                "share",
                new OnTimeTally(100, 80, 0, 8_312_000_000L, 6_815_840_000L));
    assertThat(reading.n()).isEqualTo(8412);
    assertThat(reading.numerator()).isEqualTo(new BigDecimal("6895.84"));
    assertThat(reading.value()).isEqualTo(689584.0 / 8412);
  }

  @Test
  void a_count_is_what_it_is() {
    Measured reading = (Measured) finish(ShippedMetrics.CASE_VOLUME, "count", new CountTally(3, 0));
    assertThat(reading.value()).isEqualTo(3);
    assertThat(reading.low()).isCloseTo(0.619, within(0.0005));
    assertThat(reading.high()).isCloseTo(8.767, within(0.0005));
  }

  private static DurationTally hours(List<Integer> finished, List<Integer> openSince) {
    return DurationTally.of(
        ValueCounts.ofValues(finished.stream().mapToLong(h -> h * HOUR).toArray()),
        Map.of(
            1,
            ValueCounts.ofValues(openSince.stream().mapToLong(h -> (2_400 - h) * HOUR).toArray())));
  }

  @Test
  void the_p90_of_one_to_ten_is_nine() {
    Measured reading =
        (Measured)
            finish(
                ShippedMetrics.RESOLUTION_TIME,
                "p90",
                hours(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), List.of()));
    assertThat(reading.value()).isEqualTo(9 * 3600.0);
    assertThat(reading.low()).isNull();
    assertThat(reading.open()).isZero();
  }

  @Test
  void open_items_are_neither_left_out_nor_endless() {
    // Ten finished after 1 to 10 hours, two open since 3 and 8 hours. By hand: S falls by 1/12 at
    // 1,
    // 2 and 3; one leaves sight; by 1/8 of the rest at 4 to 8; one leaves; by half at 9; then to 0.
    DurationTally tally = hours(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), List.of(3, 8));
    Measured median = (Measured) finish(ShippedMetrics.RESOLUTION_TIME, "p50", tally);
    // S(3) = 9/12, S(5) = 9/12 * 6/8 = 0.5625, S(6) = 9/12 * 5/8 = 0.46875
    assertThat(median.value()).isEqualTo(6 * 3600.0);
    assertThat(median.n()).isEqualTo(12);
    assertThat(median.open()).isEqualTo(2);
    Measured within = (Measured) finish(ShippedMetrics.RESOLUTION_TIME, "within:PT6H", tally);
    assertThat(within.value()).isEqualTo(53.125);
    // S(8) = 9/12 * 3/8 = 0.28125, S(9) = half of it
    assertThat(((Measured) finish(ShippedMetrics.RESOLUTION_TIME, "within:PT9H", tally)).value())
        .isEqualTo(100 * (1 - 0.140625));
    Measured mean = (Measured) finish(ShippedMetrics.RESOLUTION_TIME, "mean", tally);
    assertThat(mean.value()).isEqualTo(5.5 * 3600);
    assertThat(mean.n()).isEqualTo(10);
    assertThat(mean.open()).isEqualTo(2);
  }

  @Test
  void a_curve_that_does_not_get_there_says_at_least() {
    DurationTally tally = hours(List.of(1, 2, 3, 4, 5, 6, 7, 8), List.of(2, 50, 60));
    assertThat(finish(ShippedMetrics.RESOLUTION_TIME, "p90", tally))
        .isEqualTo(new AtLeast(60 * 3600.0, 11, 3, false));
    AtLeast within = (AtLeast) finish(ShippedMetrics.RESOLUTION_TIME, "within:PT61H", tally);
    assertThat(within.value()).isCloseTo(100 * (1 - 9 / 11.0 * 2 / 8), within(1e-12));
    assertThat(finish(ShippedMetrics.RESOLUTION_TIME, "within:PT60H", tally))
        .isInstanceOf(Measured.class);
  }

  @Test
  void nothing_finished_is_at_least_as_long_as_the_oldest_was_seen_open() {
    DurationTally tally = hours(List.of(), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 40));
    assertThat(finish(ShippedMetrics.RESOLUTION_TIME, "p50", tally))
        .isEqualTo(new AtLeast(40 * 3600.0, 10, 10, false));
    assertThat(finish(ShippedMetrics.RESOLUTION_TIME, "mean", tally))
        .isEqualTo(new NoData(Because.NOTHING_FINISHED));
  }

  @Test
  void an_open_item_that_started_after_its_source_was_last_known_was_seen_for_no_time() {
    DurationTally tally =
        DurationTally.of(
            ValueCounts.ofValues(LongStream.rangeClosed(1, 9).map(h -> h * HOUR).toArray()),
            Map.of(1, ValueCounts.ofValues(3_000 * HOUR)));
    Measured reading = (Measured) finish(ShippedMetrics.RESOLUTION_TIME, "p90", tally);
    assertThat(reading.n()).isEqualTo(10);
    assertThat(reading.value()).isEqualTo(9 * 3600.0);
  }

  @Test
  void a_source_of_which_nothing_is_known_is_an_error_not_a_guess() {
    DurationTally tally =
        DurationTally.of(ValueCounts.NONE, Map.of(2, ValueCounts.ofValues(1, 2, 3)));
    assertThatThrownBy(() -> finish(ShippedMetrics.RESOLUTION_TIME, "p90", tally))
        .hasMessageContaining("source 2");
  }

  @Property(tries = 300)
  void the_quantile_and_the_share_within_it_never_disagree(@ForAll Random random) {
    DurationTally tally =
        hours(
            random.ints(random.nextInt(10, 60), 0, 50).boxed().toList(),
            random.ints(random.nextInt(0, 60), 0, 50).boxed().toList());
    for (int percent : List.of(50, 80, 90, 95)) {
      Reading quantile = finish(ShippedMetrics.RESOLUTION_TIME, "p" + percent, tally);
      for (int limit = 1; limit <= 60; limit++) {
        Reading within = finish(ShippedMetrics.RESOLUTION_TIME, "within:PT" + limit + "H", tally);
        double share =
            within instanceof Measured measured ? measured.value() : ((AtLeast) within).value();
        boolean byQuantile =
            quantile instanceof Measured measured && measured.value() <= limit * 3600.0;
        assertThat(share >= percent)
            .as("p%d %s, within %d h %s", percent, quantile, limit, within)
            .isEqualTo(byQuantile);
      }
    }
  }

  @Property(tries = 200)
  void intervals_hold_their_value(@ForAll Random random) {
    DurationTally tally =
        hours(
            random.ints(random.nextInt(10, 200), 0, 50).boxed().toList(),
            random.ints(random.nextInt(0, 60), 0, 50).boxed().toList());
    for (String statistic : List.of("p50", "p90", "mean", "within:PT1H", "within:PT20H")) {
      if (finish(ShippedMetrics.RESOLUTION_TIME, statistic, tally) instanceof Measured reading) {
        if (reading.low() != null) {
          assertThat(reading.low()).isLessThanOrEqualTo(reading.value());
        }
        if (reading.high() != null) {
          assertThat(reading.high()).isGreaterThanOrEqualTo(reading.value());
        }
      }
    }
  }
}
