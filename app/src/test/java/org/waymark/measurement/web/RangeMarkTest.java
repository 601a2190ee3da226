package org.waymark.measurement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Unit;

/** Parts of a metric on one line. */
class RangeMarkTest {

  @Test
  void numbers_lie_in_their_order_and_times_begin_at_nothing() {
    RangeMark.Scale scale =
        RangeMark.Scale.of(
            List.of(measured(3_600, 1_800, 5_400), measured(7_200, 7_000, 7_200)),
            measured(5_000, 4_000, 6_000),
            Unit.SECONDS);
    assertThat(scale).isEqualTo(new RangeMark.Scale(0, 7_200, 5_000.0));
    assertThat(scale.mark(measured(3_600, 1_800, 5_400)))
        .isEqualTo(new RangeMark("33", "87", "60", "81", false));
  }

  @Test
  void scores_below_zero_have_their_place() {
    RangeMark.Scale scale =
        RangeMark.Scale.of(List.of(measured(-40, -60, -20)), measured(10, 0, 20), Unit.POINTS);
    assertThat(scale).isEqualTo(new RangeMark.Scale(-60, 10, 10.0));
    assertThat(scale.mark(measured(-60, -60, -60)).value()).isEqualTo("6");
  }

  @Test
  void a_wild_interval_does_not_squeeze_the_others() {
    RangeMark.Scale scale =
        RangeMark.Scale.of(
            List.of(measured(80, 79, 81), measured(82, 1, 100)),
            measured(81, 80, 82),
            Unit.PERCENT);
    assertThat(scale.least()).isGreaterThan(70);
    assertThat(scale.mark(measured(82, 1, 100)).low()).isEqualTo("6");
  }

  @Test
  void what_has_no_number_has_no_place() {
    assertThat(
            RangeMark.Scale.of(
                List.of(new Reading.TooFew(3, 10)),
                new Reading.NoData(Reading.Because.NO_ITEMS),
                Unit.PERCENT))
        .isNull();
    RangeMark.Scale scale =
        RangeMark.Scale.of(List.of(measured(80, 79, 81)), measured(80, 79, 81), Unit.PERCENT);
    assertThat(scale.mark(new Reading.TooFew(3, 10))).isNull();
    assertThat(scale.mark(new Reading.AtLeast(80, 40, 9, false)).atLeast()).isTrue();
  }

  private static Reading measured(double value, double low, double high) {
    return new Reading.Measured(value, 100, low, high, false, null, null, null, null, null, false);
  }
}
