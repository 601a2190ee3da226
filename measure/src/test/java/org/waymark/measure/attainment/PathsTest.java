package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.measure.attainment.Readings.DAYS_TO_SETTLE;
import static org.waymark.measure.attainment.Readings.RISING;
import static org.waymark.measure.attainment.Readings.STEADY;
import static org.waymark.measure.attainment.Readings.atLeast;
import static org.waymark.measure.attainment.Readings.forecast;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.measure.attainment.Aim.AtLeast;
import org.waymark.measure.attainment.Aim.AtMost;

/** Futures drawn by lot must be those that the formulas foresee. */
class PathsTest {

  @ParameterizedTest(name = "{0} of the rising series, {1} ahead")
  @CsvSource({"84, 1", "86, 1", "88, 1", "84, 6", "86, 6", "88, 6", "90, 6", "86, 13", "90, 13"})
  void end_where_the_formulas_say(double limit, int steps) {
    Forecast forecast = forecast(RISING, steps);
    assertThat(lastAtLeast(RISING, Quantity.SCORE, steps, limit))
        .isCloseTo(atLeast(forecast, limit), within(0.02));
  }

  @Test
  void end_where_the_formulas_say_on_a_logarithmic_scale() {
    Forecast forecast = forecast(DAYS_TO_SETTLE, Quantity.DURATION, 8);
    for (double limit : new double[] {2, 2.4, 3}) {
      assertThat(lastAtLeast(DAYS_TO_SETTLE, Quantity.DURATION, 8, limit))
          .isCloseTo(atLeast(forecast, limit), within(0.02));
    }
  }

  @Test
  void end_where_each_single_model_says() {
    Fit all = Fit.of(RISING, Quantity.SCORE);
    for (Filtered member : all.members()) {
      Fit one =
          new Fit(
              all.transform(),
              all.unit(),
              all.season(),
              all.latest(),
              List.of(member),
              new double[] {1});
      Mixture foreseen = one.ahead(3, 1);
      double high = foreseen.quantile(0.9);
      assertThat(share(Paths.of(one, Plan.NONE, 3), high))
          .as("%s", member.member())
          .isCloseTo(0.1, within(0.02));
    }
  }

  @ParameterizedTest(name = "the mean of the last {1} of {0}")
  @CsvSource({"6, 1", "6, 4", "6, 6", "2, 2", "13, 4"})
  void pooled_readings_are_where_the_formulas_say(int steps, int pooled) {
    Forecast foreseen = forecast(RISING, steps).pooled(pooled);
    double[][] futures = Paths.of(Fit.of(RISING, Quantity.SCORE), Plan.NONE, steps).readings();
    for (double probability : new double[] {0.1, 0.5, 0.9}) {
      double limit = foreseen.quantile(probability);
      long below =
          Arrays.stream(futures)
              .filter(
                  path ->
                      Arrays.stream(path, steps - pooled, steps).average().orElseThrow() <= limit)
              .count();
      assertThat((double) below / futures.length).isCloseTo(probability, within(0.03));
    }
  }

  private static double share(Paths futures, double limit) {
    return (double)
            Arrays.stream(futures.readings()).filter(path -> path[path.length - 1] >= limit).count()
        / futures.readings().length;
  }

  private static double lastAtLeast(Series series, Quantity quantity, int steps, double limit) {
    return share(Paths.of(Fit.of(series, quantity), Plan.NONE, steps), limit);
  }

  @Test
  void keeping_for_one_week_is_reaching_it() {
    Forecast next = forecast(STEADY, 1);
    assertThat(next.chanceOfKeeping(new AtLeast(82)).raw())
        .isCloseTo(atLeast(next, 82), within(0.02));
  }

  @Test
  void keeping_for_longer_is_harder() {
    AtLeast aim = new AtLeast(81);
    double last = 1;
    for (int steps : new int[] {1, 3, 6, 12}) {
      Forecast forecast = forecast(STEADY, steps);
      double keeping = forecast.chanceOfKeeping(aim).raw();
      assertThat(keeping).isLessThan(last).isLessThan(forecast.chance(aim).raw() + 0.02);
      last = keeping;
    }
    // Readings that were independent and each inside nine times in ten would be kept 28 % of times.
    assertThat(last).isGreaterThan(0.2);
  }

  @Test
  void means_of_several_weeks_are_kept_from_the_last_one_back() {
    // Twelve readings lie behind, the last two 83 and 82; of ten ahead the first two complete four.
    Paths weeks = Paths.of(Fit.of(STEADY, Quantity.SCORE), Plan.NONE, 10);
    double[] future = weeks.readings()[7];
    double[] means = weeks.means(4).readings()[7];
    assertThat(means).hasSize(3);
    assertThat(means[0]).isCloseTo((83 + 82 + future[0] + future[1]) / 4, within(1e-9));
    assertThat(means[1])
        .isCloseTo((future[2] + future[3] + future[4] + future[5]) / 4, within(1e-9));
    assertThat(means[2])
        .isCloseTo((future[6] + future[7] + future[8] + future[9]) / 4, within(1e-9));
    AtLeast aim = new AtLeast(82);
    Forecast tenth = forecast(STEADY, 10);
    assertThat(tenth.pooled(4).chanceOfKeeping(aim).raw())
        .isGreaterThan(tenth.chanceOfKeeping(aim).raw());
  }

  @Test
  void what_adds_up_counts_what_was_there() {
    Forecast forecast = forecast(STEADY, 6);
    double half = forecast.chanceOfAddingUp(0, new AtLeast(6 * forecast.mean())).raw();
    assertThat(half).isCloseTo(0.5, within(0.05));
    assertThat(forecast.chanceOfAddingUp(1000, new AtLeast(1000 + 6 * forecast.mean())).raw())
        .isEqualTo(half);
    assertThat(forecast.chanceOfAddingUp(0, new AtMost(6 * 80)).raw()).isLessThan(0.1);
  }

  @Test
  void the_same_question_gets_the_same_answer() {
    AtLeast aim = new AtLeast(82);
    assertThat(forecast(STEADY, 6).chanceOfKeeping(aim))
        .isEqualTo(forecast(STEADY, 6).chanceOfKeeping(aim));
  }
}
