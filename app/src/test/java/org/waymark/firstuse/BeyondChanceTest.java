package org.waymark.firstuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.Unit;

/** The nearest round value that luck alone would hardly bring. */
class BeyondChanceTest {

  private static Reading.Measured measured(double value, Double low, Double high) {
    return new Reading.Measured(value, 200, low, high, false, null, null, null, null, null, false);
  }

  private static BigDecimal target(
      double value, double low, double high, Unit unit, Direction better) {
    return BeyondChance.of(measured(value, low, high), unit, better).orElseThrow().target();
  }

  @Test
  void a_share_rises_to_the_next_whole_percent_beyond_the_margin() {
    BeyondChance beyond =
        BeyondChance.of(measured(82.4, 76.6, 87.0), Unit.PERCENT, Direction.UP).orElseThrow();
    assertThat(beyond.margin()).isEqualTo(Math.sqrt(2) * 4.6, within(1e-9));
    assertThat(beyond.target()).isEqualByComparingTo("89");
  }

  @Test
  void where_many_have_answered_a_tenth_of_a_percent_can_be_told_apart() {
    assertThat(target(66.06, 65.9, 66.2, Unit.PERCENT, Direction.UP)).isEqualByComparingTo("66.3");
  }

  @Test
  void a_time_gets_shorter_by_whole_days_hours_or_minutes() {
    double day = 86_400;
    assertThat(target(5.9 * day, 4.9 * day, 7 * day, Unit.SECONDS, Direction.DOWN))
        .isEqualByComparingTo(BigDecimal.valueOf(4 * 86_400));
    assertThat(target(3 * 3_600, 2.8 * 3_600, 3.3 * 3_600, Unit.SECONDS, Direction.DOWN))
        .isEqualByComparingTo(BigDecimal.valueOf(2.7 * 3_600));
  }

  @Test
  void a_score_below_zero_rises_towards_it() {
    assertThat(target(-12.3, -20, -4, Unit.POINTS, Direction.UP)).isEqualByComparingTo("0");
  }

  @Test
  void nothing_is_suggested_beyond_what_is_possible_or_without_an_interval() {
    assertThat(BeyondChance.of(measured(99, 95d, 99.9), Unit.PERCENT, Direction.UP)).isEmpty();
    assertThat(BeyondChance.of(measured(60, 1d, 100d), Unit.SECONDS, Direction.DOWN)).isEmpty();
    assertThat(BeyondChance.of(measured(50, null, null), Unit.PERCENT, Direction.UP)).isEmpty();
    assertThat(BeyondChance.of(measured(4.1, 3.9, 4.3), Unit.SCALE, Direction.UP)).isEmpty();
    assertThat(BeyondChance.of(measured(50, 40d, 60d), Unit.COUNT, Direction.NONE)).isEmpty();
  }
}
