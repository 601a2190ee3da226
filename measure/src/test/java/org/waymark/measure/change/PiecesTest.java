package org.waymark.measure.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.measure.CountTally;
import org.waymark.measure.DurationTally;
import org.waymark.measure.PeriodTally;
import org.waymark.measure.RateTally;
import org.waymark.measure.SumTally;
import org.waymark.measure.Tally;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.ValueCounts;

/** Which tallies can be the parts of a change. */
class PiecesTest {
  private static final long HOUR = 3_600_000_000L;

  private static final Tally ENDED =
      DurationTally.of(ValueCounts.ofValues(HOUR, 2 * HOUR, 6 * HOUR), Map.of());

  private static final Tally ONE_OPEN =
      DurationTally.of(
          ValueCounts.ofValues(HOUR, 2 * HOUR, 6 * HOUR), Map.of(1, ValueCounts.ofValues(HOUR)));

  @Test
  void times_that_have_all_ended_are_shares_and_means() {
    Piece within = Pieces.of(Statistic.of("within:PT4H"), ENDED).orElseThrow();
    assertThat(within.value().doubleValue()).isCloseTo(200.0 / 3, within(1e-12));
    assertThat(within.count()).isEqualTo(3);
    Piece mean = Pieces.of(Statistic.Plain.MEAN, ENDED).orElseThrow();
    assertThat(mean.value().doubleValue()).as("3 hours, in seconds").isEqualTo(10_800);
    assertThat(mean.range().low()).isLessThan(10_800);
  }

  @Test
  void times_of_which_one_is_open_have_no_sum() {
    assertThat(Pieces.of(Statistic.of("within:PT4H"), ONE_OPEN)).isEmpty();
    assertThat(Pieces.of(Statistic.Plain.MEAN, ONE_OPEN)).isEmpty();
  }

  @Test
  void no_quantile_is_split_not_even_of_nothing() {
    assertThat(Pieces.of(Statistic.of("p50"), ENDED)).isEmpty();
    assertThat(Pieces.of(Statistic.of("p50"), null)).isEmpty();
    assertThat(Pieces.of(Statistic.Plain.SHARE, null)).contains(Piece.NONE);
  }

  @Test
  void a_rate_is_over_what_it_is_of_and_customers_of_a_period_are_not_split() {
    Piece rate = Pieces.of(new Statistic.Per(1_000), new RateTally(12, 8_000)).orElseThrow();
    assertThat(rate.value().doubleValue()).isEqualTo(1.5);
    assertThat(rate.count()).isEqualTo(8_000);
    assertThat(rate.range().low()).isCloseTo(0.775, within(0.001));
    assertThat(rate.range().high()).isCloseTo(2.620, within(0.001));
    assertThat(Pieces.of(Statistic.Plain.SHARE, new PeriodTally(50, 10, 0, 0))).isEmpty();
    assertThat(Pieces.of(Statistic.Plain.COUNT, new PeriodTally(50, 0, 0, 0))).isEmpty();
  }

  @Test
  void a_statistic_of_something_else_is_no_piece() {
    assertThat(Pieces.of(Statistic.Plain.SHARE, ENDED)).isEmpty();
    assertThat(Pieces.of(Statistic.Plain.SUM, new CountTally(3, 0))).isEmpty();
  }

  @Test
  void counts_take_what_tallies_brought_and_sums_are_as_they_are() {
    assertThat(Pieces.of(Statistic.Plain.COUNT, new CountTally(3, 1_500_000)).orElseThrow().count())
        .isEqualTo(4.5);
    Piece sum =
        Pieces.of(Statistic.Plain.SUM, new SumTally(4, BigInteger.valueOf(-2_500_000)))
            .orElseThrow();
    assertThat(sum.total().doubleValue()).isEqualTo(-2.5);
    assertThat(sum.range()).isNull();
  }
}
