package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.measure.attainment.Readings.forecast;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** December costs twelve points, made up by the other months. */
class SeasonTest {

  private static final Month FIRST = Month.APRIL;
  private static final int DECEMBER = 8;

  private static double reading(int month) {
    boolean december = FIRST.plus(month) == Month.DECEMBER;
    return 80 + 0.1 * month + (december ? -11 : 1);
  }

  private static List<Point> months(int count) {
    List<Point> months = new ArrayList<>();
    for (int month = 0; month < count; month++) {
      months.add(Point.of(reading(month)));
    }
    return months;
  }

  private static double[] values(int count) {
    return months(count).stream().mapToDouble(one -> ((Point.Read) one).value()).toArray();
  }

  private static boolean[] all(int count) {
    boolean[] all = new boolean[count];
    Arrays.fill(all, true);
    return all;
  }

  @Test
  void six_tenths_of_what_each_month_adds() {
    Season season = Season.of(values(36), all(36));
    for (int month = 0; month < 12; month++) {
      assertThat(season.effects()[month]).isCloseTo(month == DECEMBER ? -6.6 : 0.6, within(1e-9));
    }
  }

  @Test
  void a_month_that_was_not_read_tells_nothing() {
    boolean[] read = all(24);
    read[DECEMBER] =
        false; // the first December; the second is too near the end to have a year around it
    assertThat(Season.of(values(24), read).effects()[DECEMBER]).isZero();
  }

  @Test
  void twenty_four_months_are_needed() {
    assertThat(forecast(Series.monthly(months(23)), 1).isSeasonAdjusted()).isFalse();
    assertThat(forecast(Series.monthly(months(24)), 1).isSeasonAdjusted()).isTrue();
    assertThat(forecast(Series.of(months(60)), 1).isSeasonAdjusted()).isFalse();
  }

  @Test
  void missing_months_do_not_count() {
    List<Point> months = months(26);
    months.set(3, Point.missing());
    months.set(4, Point.missing());
    months.set(5, Point.missing());
    assertThat(forecast(Series.monthly(months), 1).isSeasonAdjusted()).isFalse();
  }

  @Test
  void the_next_december_is_expected_below_its_neighbours() {
    // 30 months from April: the last is September, so December is the third ahead.
    Forecast forecast = forecast(Series.monthly(months(30)), 4);
    double november = forecast.at(2).mean();
    double december = forecast.at(3).mean();
    double january = forecast.at(4).mean();
    assertThat(november - december).isBetween(5.0, 10.0);
    assertThat(january - december).isBetween(5.0, 10.0);
    assertThat(forecast.at(2).likely(0.8).contains(reading(31))).isTrue();
  }

  @Test
  void futures_drawn_by_lot_have_their_december_too() {
    Forecast forecast = forecast(Series.monthly(months(30)), 3);
    Aim low = new Aim.AtMost(forecast.at(2).mean() - 4);
    double reached = forecast.chance(low).raw();
    assertThat(forecast.chanceOfKeeping(low).raw()).isLessThan(0.1);
    double[][] futures =
        Paths.of(Fit.of(Series.monthly(months(30)), Quantity.SCORE), Plan.NONE, 3).readings();
    double share =
        (double) Arrays.stream(futures).filter(path -> low.isMetBy(path[2])).count()
            / futures.length;
    assertThat(share).isCloseTo(reached, within(0.02));
    assertThat(share).isGreaterThan(0.5);
  }

  @Test
  void months_before_the_first_reading_move_nothing() {
    List<Point> late = new ArrayList<>(months(30));
    late.addFirst(Point.missing());
    late.addFirst(Point.missing());
    Series shifted = Series.monthly(late);
    assertThat(forecast(shifted, 4).mean())
        .isEqualTo(forecast(Series.monthly(months(30)), 4).mean());
  }
}
