package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.measure.attainment.Readings.RISING;
import static org.waymark.measure.attainment.Readings.STEADY;
import static org.waymark.measure.attainment.Readings.forecast;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceLabelTest {

  private static ChanceLabel label(Series series, double target) {
    return ChanceLabel.of(Outlook.of(series, Quantity.SCORE, 6), new Aim.AtLeast(target));
  }

  @Test
  void of_targets_for_series_with_a_history() {
    assertThat(label(STEADY, 84)).isEqualTo(ChanceLabel.BOLD);
    assertThat(label(STEADY, 82)).isEqualTo(ChanceLabel.REALISTIC);
    assertThat(label(STEADY, 90)).isEqualTo(ChanceLabel.MOONSHOT);
    assertThat(label(STEADY, 79)).isEqualTo(ChanceLabel.EASY);
    assertThat(label(RISING, 88)).isEqualTo(ChanceLabel.AMBITIOUS);
    assertThat(forecast(STEADY, 6).chance(new Aim.AtLeast(82)).raw()).isCloseTo(.66, within(.005));
  }

  @Test
  void without_history_there_is_no_label() {
    assertThat(label(Series.of(1, 2, 3, 4, 5, 6, 7), 1)).isEqualTo(ChanceLabel.UNKNOWN);
    assertThat(ChanceLabel.of(Outlook.of(STEADY, Quantity.SCORE, 40), new Aim.AtLeast(82)))
        .isEqualTo(ChanceLabel.UNKNOWN);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "1, EASY", "0.8001, EASY", "0.8, REALISTIC", "0.5, REALISTIC", "0.4999, AMBITIOUS",
    "0.2, AMBITIOUS", "0.1999, BOLD", "0.05, BOLD", "0.0499, MOONSHOT", "0, MOONSHOT"
  })
  void edges(double chance, ChanceLabel label) {
    assertThat(ChanceLabel.of(new Chance(chance))).isEqualTo(label);
  }

  @Test
  void lower_is_better_is_labelled_the_other_way_round() {
    Outlook outlook = Outlook.of(STEADY, Quantity.SCORE, 6);
    assertThat(ChanceLabel.of(outlook, new Aim.AtMost(90))).isEqualTo(ChanceLabel.EASY);
    assertThat(ChanceLabel.of(outlook, new Aim.AtMost(76))).isEqualTo(ChanceLabel.MOONSHOT);
  }

  @Test
  void one_time_in_three_lies_on_the_side_that_is_aimed_for() {
    Forecast forecast = forecast(STEADY, 6);
    double up = forecast.reachedOneTimeInThree(new Aim.AtLeast(90)).orElseThrow();
    double down = forecast.reachedOneTimeInThree(new Aim.AtMost(70)).orElseThrow();
    assertThat(forecast.chance(new Aim.AtLeast(up)).raw()).isCloseTo(0.33, within(1e-6));
    assertThat(forecast.chance(new Aim.AtMost(down)).raw()).isCloseTo(0.33, within(1e-6));
    assertThat(down).isLessThan(forecast.mean()).isLessThan(up);
    assertThat(forecast.reachedOneTimeInThree(new Aim.Within(80, 85))).isEmpty();
  }

  @ParameterizedTest(name = "{0}, committed: {1}")
  @CsvSource({
    "0.6, true, ''",
    "0.6, false, ''",
    "0.9, true, ''",
    "0.9, false, STRETCH_BUT_EASY",
    "0.3, false, SAY_WHAT_WILL_CHANGE",
    "0.3, true, SAY_WHAT_WILL_CHANGE COMMITTED_BUT_UNLIKELY",
    "0.04, false, SAY_WHAT_WILL_CHANGE SET_A_LEARNING_GOAL",
    "0.5, true, ''"
  })
  void what_to_ask(double chance, boolean committed, String expected) {
    assertThat(Advice.on(new Chance(chance), committed).stream().map(Advice::name).toList())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
  }

  @Test
  void shown_chances_are_never_certain() {
    assertThat(new Chance(0.0002).shown()).isEqualTo(0.01);
    assertThat(new Chance(1).shown()).isEqualTo(0.99);
    assertThat(new Chance(0.13).shown()).isEqualTo(0.13);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "0.2, 0.8, 0.50",
    "0.1, 0.7, 0.337",
    "0.5, 0.9, 0.75",
    "0.5, 1, 0.909",
    "0, 0.5, 0.091"
  })
  void a_model_and_a_team(double model, double team, double both) {
    assertThat(new Chance(model).pooledWith(new Chance(team)).raw()).isCloseTo(both, within(5e-4));
  }
}
