package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.measure.attainment.Readings.DAYS_TO_SETTLE;
import static org.waymark.measure.attainment.Readings.RISING;
import static org.waymark.measure.attainment.Readings.STEADY;
import static org.waymark.measure.attainment.Readings.atLeast;
import static org.waymark.measure.attainment.Readings.atMost;
import static org.waymark.measure.attainment.Readings.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Series and their forecasts to four decimals, computed beforehand by two programs of other authors
 * (the first four) or one (the rest).
 */
class ForecastTest {

  private static final Offset<Double> FOUR_DECIMALS = within(5e-5);

  @Test
  void a_series_that_rises() {
    Forecast forecast = forecast(RISING, 6);
    assertThat(atLeast(forecast, 90)).isCloseTo(0.1267, FOUR_DECIMALS);
    assertThat(atLeast(forecast, 88)).isCloseTo(0.4202, FOUR_DECIMALS);
    assertThat(forecast.mean()).isCloseTo(87.3923, FOUR_DECIMALS);
    assertThat(forecast.quantile(0.1)).isCloseTo(84.2304, FOUR_DECIMALS);
    assertThat(forecast.quantile(0.9)).isCloseTo(90.3014, FOUR_DECIMALS);
    assertThat(forecast.likely(0.8))
        .isEqualTo(new Range(forecast.quantile(0.1), forecast.quantile(0.9)));
  }

  @Test
  void a_series_that_goes_nowhere() {
    Forecast forecast = forecast(STEADY, 6);
    assertThat(atLeast(forecast, 84)).isCloseTo(0.1914, FOUR_DECIMALS);
    assertThat(atLeast(forecast, 90)).isCloseTo(0.0012, FOUR_DECIMALS);
    assertThat(forecast.mean()).isCloseTo(82.6091, FOUR_DECIMALS);
  }

  @Test
  void durations_by_their_logarithm() {
    Forecast forecast = forecast(DAYS_TO_SETTLE, Quantity.DURATION, 8);
    assertThat(atMost(forecast, 1.5)).isCloseTo(0.0056, FOUR_DECIMALS);
    assertThat(atMost(forecast, 1)).isCloseTo(0.0002, FOUR_DECIMALS);
    assertThat(Math.log(forecast.mean())).isCloseTo(0.8704, FOUR_DECIMALS);
    assertThat(atMost(forecast, 0)).isZero();
    assertThat(atLeast(forecast, -1)).isEqualTo(1);
  }

  @Test
  void eight_readings_and_a_long_way() {
    Forecast forecast = forecast(Series.of(60, 55, 63, 58, 66, 57, 61, 64), 13);
    assertThat(atLeast(forecast, 75)).isCloseTo(0.0630, FOUR_DECIMALS);
    assertThat(forecast.mean()).isCloseTo(62.0212, FOUR_DECIMALS);
  }

  @Test
  void missing_weeks_are_left_open() {
    double no = Double.NaN;
    Series gaps = Readings.withGaps(82, 81, no, 82, 84, no, no, 84, 86, 85, 86, 87);
    assertThat(atLeast(forecast(gaps, 6), 90)).isCloseTo(0.1319, FOUR_DECIMALS);
  }

  @Test
  void a_reading_of_few_answers_weighs_little() {
    double[] values = {82, 84, 81, 83, 82, 85, 81, 83, 84, 82, 83, 90};
    assertThat(atLeast(forecast(Series.of(values), 6), 90)).isCloseTo(0.1538, FOUR_DECIMALS);
    List<Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(Point.of(value, value == 90 ? 5 : 100));
    }
    assertThat(atLeast(forecast(Series.of(points), 6), 90)).isCloseTo(0.0038, FOUR_DECIMALS);
  }

  @Test
  void a_first_reading_of_few_answers_weighs_little_too() {
    List<Point> few = new ArrayList<>(Collections.nCopies(11, Point.of(82, 100)));
    few.set(4, Point.of(82.5, 100));
    List<Point> many = new ArrayList<>(few);
    few.addFirst(Point.of(70, 5));
    many.addFirst(Point.of(70, 100));
    assertThat(forecast(Series.of(few), 6).mean())
        .isGreaterThan(forecast(Series.of(many), 6).mean());
  }

  @Test
  void a_number_of_answers_that_is_not_known_weighs_like_any_other() {
    List<Point> points = new ArrayList<>();
    for (Point.Read read : RISING.read()) {
      points.add(Point.of(read.value(), points.isEmpty() ? 0 : 5 + points.size()));
    }
    assertThat(atLeast(forecast(Series.of(points), 6), 90)).isCloseTo(0.1267, FOUR_DECIMALS);
  }

  @Test
  void what_never_changed_is_as_likely_above_as_below() {
    Forecast forecast = forecast(Series.of(90, 90, 90, 90, 90, 90, 90, 90), 4);
    assertThat(atLeast(forecast, 90)).isCloseTo(0.5, FOUR_DECIMALS);
  }

  @Test
  void what_rises_by_the_same_each_time_is_not_believed_to_do_so_forever() {
    // In doubles the steps of a tenth are not quite the same, those of an eighth are.
    Forecast tenths = forecast(Series.of(.1, .2, .3, .4, .5, .6, .7, .8), 4);
    Forecast eighths = forecast(Series.of(.125, .25, .375, .5, .625, .75, .875, 1), 4);
    assertThat(width(tenths)).isCloseTo(width(eighths), within(0.2 * width(eighths)));
  }

  private static double width(Forecast forecast) {
    return forecast.likely(0.8).high() - forecast.likely(0.8).low();
  }

  @Test
  void seven_readings_say_nothing() {
    assertThat(Outlook.of(Series.of(1, 2, 3, 4, 5, 6, 7), Quantity.SCORE, 1))
        .isEqualTo(new Outlook.TooFewReadings(7, 8));
    assertThat(Outlook.of(Series.of(List.of()), Quantity.SCORE, 1))
        .isEqualTo(new Outlook.TooFewReadings(0, 8));
    double no = Double.NaN;
    assertThat(Outlook.of(Readings.withGaps(1, 2, no, 3, 4, 5, 6, 7), Quantity.SHARE, 1))
        .isEqualTo(new Outlook.TooFewReadings(7, 8));
  }

  @Test
  void thirteen_ahead_or_as_far_as_history_reaches_back() {
    assertThat(Outlook.of(STEADY, Quantity.SCORE, 13)).isInstanceOf(Outlook.Known.class);
    assertThat(Outlook.of(STEADY, Quantity.SCORE, 14)).isEqualTo(new Outlook.TooFarAhead(14, 13));
    List<Point> points = new ArrayList<>(STEADY.points());
    points.addAll(RISING.points().subList(0, 8));
    Series twenty = Series.of(points);
    assertThat(Outlook.of(twenty, Quantity.SCORE, 20)).isInstanceOf(Outlook.Known.class);
    assertThat(Outlook.of(twenty, Quantity.SCORE, 21)).isEqualTo(new Outlook.TooFarAhead(21, 20));
  }

  @Test
  void weeks_without_a_reading_at_the_end_lengthen_the_way() {
    double no = Double.NaN;
    Series silent = Readings.withGaps(82, 84, 81, 83, 82, 85, 81, 83, no, no);
    assertThat(Outlook.of(silent, Quantity.SCORE, 12)).isEqualTo(new Outlook.TooFarAhead(14, 13));
    Series heard = Series.of(82, 84, 81, 83, 82, 85, 81, 83);
    assertThat(forecast(silent, 3).mean()).isCloseTo(forecast(heard, 5).mean(), within(1e-12));
    assertThat(forecast(silent, 3).likely(0.95)).isEqualTo(forecast(heard, 5).likely(0.95));
  }

  @Test
  void the_way_there_is_made_of_forecasts() {
    Forecast sixth = forecast(RISING, 6);
    assertThat(sixth.at(3).likely(0.8)).isEqualTo(forecast(RISING, 3).likely(0.8));
    assertThat(sixth.at(3).steps()).isEqualTo(3);
  }

  @Test
  void what_lies_behind_is_known_when_readings_are_pooled() {
    Forecast pooled = forecast(STEADY, 1).pooled(4);
    double next = forecast(STEADY, 1).mean();
    assertThat(pooled.mean()).isCloseTo((82 + 83 + 82 + next) / 4, within(1e-9));
    assertThat(width(pooled)).isCloseTo(width(forecast(STEADY, 1)) / 4, within(1e-6));
  }

  @Test
  void a_missing_week_is_left_out_of_what_is_pooled() {
    Series gap = Readings.withGaps(82, 84, 81, 83, 82, 85, 81, 83, 84, Double.NaN);
    double next = forecast(gap, 1).mean();
    assertThat(forecast(gap, 1).pooled(3).mean()).isCloseTo((84 + next) / 2, within(1e-9));
  }

  @Test
  void pooling_one_is_pooling_none_and_pooling_more_is_surer() {
    Forecast sixth = forecast(RISING, 6);
    assertThat(sixth.pooled(1).likely(0.8)).isEqualTo(sixth.likely(0.8));
    assertThat(width(sixth.pooled(4))).isLessThan(width(sixth));
    assertThat(sixth.pooled(4).at(5).mean()).isEqualTo(forecast(RISING, 5).pooled(4).mean());
  }

  @Test
  void a_band_is_what_lies_between_its_ends() {
    Forecast forecast = forecast(STEADY, 6);
    assertThat(forecast.chance(new Aim.Within(82, 84)).raw())
        .isCloseTo(atLeast(forecast, 82) - atLeast(forecast, 84), within(1e-12));
  }
}
