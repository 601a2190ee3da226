package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.measure.attainment.Readings.DAYS_TO_SETTLE;
import static org.waymark.measure.attainment.Readings.STEADY;
import static org.waymark.measure.attainment.Readings.atLeast;
import static org.waymark.measure.attainment.Readings.atMost;
import static org.waymark.measure.attainment.Readings.forecast;

import org.junit.jupiter.api.Test;
import org.waymark.measure.attainment.Aim.AtLeast;

class PlannedChangeTest {

  private static final Pace STRAIGHT = new Pace.Straight();

  @Test
  void moves_the_forecast_by_what_it_is_expected_to_add() {
    Forecast plain = forecast(STEADY, 6);
    Forecast planned = plain.with(new PlannedChange(3, 0, STRAIGHT)).orElseThrow();
    assertThat(planned.mean()).isCloseTo(plain.mean() + 3, within(1e-9));
    assertThat(atLeast(planned, 87)).isCloseTo(atLeast(plain, 84), within(1e-9));
    assertThat(planned.at(2).mean()).isCloseTo(plain.at(2).mean() + 1, within(1e-9));
  }

  @Test
  void doubt_widens_it() {
    Forecast plain = forecast(STEADY, 6);
    Forecast planned = plain.with(new PlannedChange(0, 4, STRAIGHT)).orElseThrow();
    assertThat(planned.mean()).isCloseTo(plain.mean(), within(1e-9));
    assertThat(atLeast(planned, 90)).isGreaterThan(10 * atLeast(plain, 90));
  }

  @Test
  void arrives_as_its_ramp_says() {
    Forecast planned =
        forecast(STEADY, 6).with(new PlannedChange(3, 0, new Pace.Delayed(0.5))).orElseThrow();
    assertThat(planned.at(3).mean()).isCloseTo(forecast(STEADY, 3).mean(), within(1e-9));
    assertThat(planned.mean()).isCloseTo(forecast(STEADY, 6).mean() + 3, within(1e-9));
  }

  @Test
  void a_day_less_is_a_day_less_on_a_logarithmic_scale() {
    Forecast plain = forecast(DAYS_TO_SETTLE, Quantity.DURATION, 8);
    Forecast planned = plain.with(new PlannedChange(-1, 0, STRAIGHT)).orElseThrow();
    assertThat(planned.mean()).isCloseTo(plain.mean() - 1, within(1e-9));
    assertThat(atMost(planned, 1.5)).isGreaterThan(0.5);
  }

  @Test
  void doubt_is_in_days_too() {
    Forecast plain = forecast(DAYS_TO_SETTLE, Quantity.DURATION, 8);
    Forecast planned = plain.with(new PlannedChange(-1, 0.5, STRAIGHT)).orElseThrow();
    double added = Math.sqrt(spread(planned) * spread(planned) - spread(plain) * spread(plain));
    assertThat(added).isCloseTo(0.5 / planned.mean(), within(0.03));
  }

  /** About one standard deviation on the scale of logarithms. */
  private static double spread(Forecast forecast) {
    return Math.log(forecast.quantile(0.84) / forecast.quantile(0.16)) / 2;
  }

  @Test
  void a_plan_to_less_than_nothing_is_none() {
    Forecast plain = forecast(DAYS_TO_SETTLE, Quantity.DURATION, 8);
    assertThat(plain.with(new PlannedChange(-3, 0, STRAIGHT))).isEmpty();
  }

  @Test
  void counts_in_what_is_kept() {
    Forecast plain = forecast(STEADY, 6);
    Forecast planned = plain.with(new PlannedChange(6, 0, STRAIGHT)).orElseThrow();
    AtLeast aim = new AtLeast(82);
    assertThat(planned.chanceOfKeeping(aim).raw()).isGreaterThan(plain.chanceOfKeeping(aim).raw());
    assertThat(plain.chanceOfKeeping(aim))
        .as("the forecast itself is as it was")
        .isEqualTo(forecast(STEADY, 6).chanceOfKeeping(aim));
  }
}
