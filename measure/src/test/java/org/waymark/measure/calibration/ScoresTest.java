package org.waymark.measure.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.measure.attainment.Chance;

class ScoresTest {

  private static final Offset<Double> FOUR_DECIMALS = within(5e-5);

  private static Resolved resolved(double said, int reached) {
    return new Resolved(new Chance(said), reached == 1);
  }

  private static List<Resolved> four() {
    return List.of(resolved(.9, 1), resolved(.7, 1), resolved(.2, 0), resolved(.4, 1));
  }

  /** Fifteen of fifty that were given 0.2, thirty-five of fifty that were given 0.8. */
  private static List<Resolved> hundred() {
    List<Resolved> all = new ArrayList<>();
    all.addAll(Collections.nCopies(15, resolved(.2, 1)));
    all.addAll(Collections.nCopies(35, resolved(.2, 0)));
    all.addAll(Collections.nCopies(35, resolved(.8, 1)));
    all.addAll(Collections.nCopies(15, resolved(.8, 0)));
    return all;
  }

  @Test
  void brier_and_logarithmic() {
    assertThat(Scores.brier(four())).isCloseTo(.125, within(1e-12));
    assertThat(Scores.logarithmic(four())).isCloseTo(.4004, FOUR_DECIMALS);
    assertThat(Scores.baseRate(four())).isEqualTo(.75);
  }

  @Test
  void one_certainty_gone_wrong_is_not_the_end() {
    assertThat(Scores.logarithmic(List.of(resolved(0, 1))))
        .isCloseTo(-Math.log(.005), within(1e-12));
    assertThat(Scores.brier(List.of(resolved(0, 1)))).isEqualTo(1);
  }

  @Test
  void murphys_partition() {
    Reliability reliability = Reliability.of(hundred());
    assertThat(reliability.reliability()).isCloseTo(.01, within(1e-12));
    assertThat(reliability.resolution()).isCloseTo(.04, within(1e-12));
    assertThat(reliability.uncertainty()).isCloseTo(.25, within(1e-12));
    assertThat(Scores.brier(hundred())).isCloseTo(.22, within(1e-12));
    assertThat(reliability.meanDistance()).isCloseTo(.1, within(1e-12));
  }

  @Test
  void bins_hold_their_lower_edge_and_empty_ones_are_left_out() {
    Reliability reliability = Reliability.of(hundred());
    assertThat(reliability.bins()).hasSize(2);
    assertThat(reliability.bins().getFirst())
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> Math.abs(a - b) < 1e-9, Double.class)
        .isEqualTo(new Reliability.Bin(.2, .4, 50, .2, .3));
    assertThat(Reliability.of(List.of(resolved(1, 1), resolved(.8, 1))).bins().getFirst().count())
        .isEqualTo(2);
    assertThat(Reliability.of(List.of(resolved(.6, 1))).bins().getFirst().low()).isEqualTo(.6);
  }

  @Test
  void whether_chances_were_too_sure() {
    List<Resolved> eight =
        List.of(
            resolved(.9, 1),
            resolved(.8, 1),
            resolved(.7, 0),
            resolved(.6, 1),
            resolved(.3, 0),
            resolved(.2, 0),
            resolved(.1, 0),
            resolved(.4, 1));
    assertThat(Scores.spiegelhalter(eight).orElseThrow()).isCloseTo(-.3553, FOUR_DECIMALS);
    assertThat(Scores.spiegelhalter(Collections.nCopies(50, resolved(.9, 0))).orElseThrow())
        .as("sure and wrong fifty times")
        .isGreaterThan(2);
    assertThat(Scores.spiegelhalter(List.of(resolved(.5, 1)))).isEmpty();
  }

  @ParameterizedTest(name = "{2} when {0} give or take {1} was said: {3}")
  @CsvSource({"0, 1, 0, .2337", "0, 1, 1, .6024", "10, 2, 13, 1.9888", "10, 2, 7, 1.9888"})
  void ranked(double mean, double deviation, double value, double score) {
    assertThat(Scores.ranked(mean, deviation, value)).isCloseTo(score, FOUR_DECIMALS);
  }

  @ParameterizedTest(name = "{0} of the way after {1} of the time: {2}")
  @CsvSource({
    "0.5, 0.5, ON_TRACK",
    "0.36, 0.5, AT_RISK",
    "0.35, 0.5, AT_RISK",
    "0.34, 0.5, OFF_TRACK",
    "-0.2, 0.5, OFF_TRACK",
    "0, 0, ON_TRACK"
  })
  void the_pace_rule(double progress, double expected, TrafficLight light) {
    assertThat(TrafficLight.of(progress, expected)).isEqualTo(light);
  }
}
