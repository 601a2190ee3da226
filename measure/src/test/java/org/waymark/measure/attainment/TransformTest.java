package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformTest {

  private static Series shares(double last) {
    List<Point> points = new ArrayList<>(Collections.nCopies(8, Point.of(80, 40)));
    points.add(Point.of(last, 200));
    return Series.of(points);
  }

  @Test
  void scores_stay_as_they_are() {
    assertThat(Transform.of(Quantity.SCORE, Series.of(-3, 0, 98))).isEqualTo(new Transform.Plain());
  }

  @Test
  void amounts_are_taken_by_their_logarithm_unless_one_is_nothing() {
    assertThat(Transform.of(Quantity.DURATION, Series.of(1, 2))).isEqualTo(new Transform.Log());
    assertThat(Transform.of(Quantity.COUNT, Series.of(1, 2))).isEqualTo(new Transform.Log());
    assertThat(Transform.of(Quantity.COUNT, Series.of(1, 0))).isEqualTo(new Transform.Plain());
  }

  @Test
  void shares_near_an_end_are_taken_by_their_log_odds() {
    assertThat(Transform.of(Quantity.SHARE, shares(90))).isEqualTo(new Transform.Plain());
    assertThat(Transform.of(Quantity.SHARE, shares(91))).isEqualTo(new Transform.LogOdds(40));
    assertThat(Transform.of(Quantity.SHARE, shares(9))).isEqualTo(new Transform.LogOdds(40));
    assertThat(Transform.of(Quantity.SHARE, Series.of(99, 98)))
        .as("without numbers of answers 100 percent has no log odds")
        .isEqualTo(new Transform.Plain());
  }

  @Test
  void log_odds_with_half_an_answer_added_to_either_side() {
    Transform odds = new Transform.LogOdds(40);
    assertThat(odds.of(50, 7)).isZero();
    // 9 of 10: (9 + 1/2) / (1 + 1/2)
    assertThat(odds.of(90, 10)).isCloseTo(Math.log(9.5 / 1.5), within(1e-12));
    assertThat(odds.of(100, 10)).isCloseTo(Math.log(10.5 / 0.5), within(1e-12));
    assertThat(odds.of(100)).isCloseTo(Math.log(40.5 / 0.5), within(1e-12));
    for (double percent : new double[] {0, 1, 50, 99.5, 100}) {
      assertThat(odds.back(odds.of(percent))).isCloseTo(percent, within(1e-9));
    }
    assertThat(odds.back(50)).isEqualTo(100);
    assertThat(odds.back(-50)).isZero();
  }

  @Test
  void a_slope_is_what_a_small_step_makes() {
    for (Transform one :
        List.of(new Transform.Plain(), new Transform.Log(), new Transform.LogOdds(40))) {
      double step = (one.of(90.001) - one.of(89.999)) / 0.002;
      assertThat(one.slope(90)).isCloseTo(step, within(1e-6));
    }
  }

  @Test
  void days_are_taken_by_sevens_from_the_end() {
    List<Point> days = new ArrayList<>();
    days.add(Point.of(1000, 9));
    for (int day = 1; day <= 7; day++) {
      days.add(Point.of(day, day == 7 ? 14 : 1));
    }
    days.addAll(Collections.nCopies(7, Point.missing()));
    for (int day = 1; day <= 6; day++) {
      days.add(Point.missing());
    }
    days.add(Point.of(4));
    // (1 + 2 + ... + 6 + 14 times 7) / 20
    assertThat(Series.weeksOf(days).points())
        .containsExactly(Point.of(119 / 20.0, 20), Point.missing(), Point.of(4));
  }

  @Test
  void a_reading_is_a_number() {
    assertThatThrownBy(() -> Point.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Point.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Aim.AtLeast(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
