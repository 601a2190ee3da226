package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  @ParameterizedTest(name = "{0} of the time: {1} of the way")
  @CsvSource({"0, 0", "0.25, 0.15625", "0.5, 0.5", "0.75, 0.84375", "1, 1"})
  void slow_then_fast_then_slow(double time, double way) {
    assertThat(new Pace.Curved().at(time)).isCloseTo(way, within(1e-12));
  }

  @ParameterizedTest(name = "three of thirteen weeks late, after {0} weeks: {1} of the way")
  @CsvSource({"0, 0", "3, 0", "8, 0.5", "13, 1"})
  void nothing_at_first(double weeks, double way) {
    assertThat(new Pace.Delayed(3 / 13.0).at(weeks / 13)).isCloseTo(way, within(1e-12));
  }

  @Test
  void as_last_year_went() {
    Pace pace =
        new Pace.AsLastYear(
            List.of(.05, .05, .06, .07, .07, .08, .08, .09, .09, .09, .09, .09, .09));
    assertThat(pace.at(6 / 13.0)).isCloseTo(.38, within(1e-9));
    assertThat(new Pace.Straight().at(6 / 13.0)).isCloseTo(.46, within(.005));
    assertThat(pace.at(0.5 / 13)).isCloseTo(.025, within(1e-9));
    assertThat(pace.at(1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void time_runs_from_nothing_to_all() {
    assertThatThrownBy(() -> new Pace.Straight().at(1.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pace.AsLastYear(List.of(0.0, 0.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
