package org.waymark.measure.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.waymark.measure.attainment.Readings.atLeast;
import static org.waymark.measure.attainment.Readings.atMost;
import static org.waymark.measure.attainment.Readings.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.waymark.measure.attainment.Point.Read;

/** What holds for every series. */
class AnySeriesTest {

  private static final int TRIES = 200;

  /** Eight to forty points that begin with a reading, one in six of them missing. */
  @Provide
  Arbitrary<List<Point>> points() {
    Arbitrary<Point> read =
        Combinators.combine(
                Arbitraries.doubles().between(-100, 100).ofScale(2),
                Arbitraries.integers().between(3, 400))
            .as((value, answers) -> Point.of(value, answers));
    Arbitrary<Point> any =
        Arbitraries.frequencyOf(Tuple.of(5, read), Tuple.of(1, Arbitraries.just(Point.missing())));
    return Combinators.combine(read.list().ofSize(8), any.list().ofMaxSize(32))
        .as(
            (first, more) -> {
              List<Point> all = new ArrayList<>(first);
              all.addAll(more);
              all.add(first.get(0));
              return all;
            });
  }

  private static Series each(List<Point> points, DoubleUnaryOperator change) {
    return Series.of(
        points.stream()
            .map(
                point ->
                    point instanceof Read one
                        ? Point.of(change.applyAsDouble(one.value()), one.answers())
                        : point)
            .toList());
  }

  @Property(tries = TRIES)
  void what_is_moved_and_stretched_is_forecast_moved_and_stretched(
      @ForAll("points") List<Point> points,
      @ForAll @IntRange(min = 1, max = 13) int steps,
      @ForAll @DoubleRange(min = -50, max = 50) double shift,
      @ForAll @DoubleRange(min = 0.1, max = 20) double factor,
      @ForAll @DoubleRange(min = -120, max = 120) double limit) {
    Assume.that(points.stream().distinct().count() > 4); // else the unit of change may be made up
    Forecast plain = forecast(Series.of(points), steps);
    Forecast moved = forecast(each(points, value -> factor * value + shift), steps);
    double near = 1e-6 * factor * 200;
    assertThat(moved.mean()).isCloseTo(factor * plain.mean() + shift, within(near));
    assertThat(moved.quantile(0.1)).isCloseTo(factor * plain.quantile(0.1) + shift, within(near));
    assertThat(atLeast(moved, factor * limit + shift))
        .isCloseTo(atLeast(plain, limit), within(1e-6));
  }

  @Property(tries = TRIES)
  void what_is_turned_over_is_forecast_turned_over(
      @ForAll("points") List<Point> points,
      @ForAll @IntRange(min = 1, max = 13) int steps,
      @ForAll @DoubleRange(min = -120, max = 120) double limit) {
    Forecast plain = forecast(Series.of(points), steps);
    Forecast turned = forecast(each(points, value -> -value), steps);
    assertThat(atMost(turned, -limit)).isCloseTo(atLeast(plain, limit), within(1e-9));
    assertThat(turned.quantile(0.9)).isCloseTo(-plain.quantile(0.1), within(1e-5));
  }

  @Property(tries = TRIES)
  void a_quantile_is_where_the_chance_is_what_was_asked(
      @ForAll("points") List<Point> points,
      @ForAll @IntRange(min = 1, max = 13) int steps,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double probability) {
    Forecast forecast = forecast(Series.of(points), steps);
    assertThat(atMost(forecast, forecast.quantile(probability)))
        .isCloseTo(probability, within(1e-6));
  }

  @Property(tries = TRIES)
  void a_higher_target_is_never_likelier(
      @ForAll("points") List<Point> points,
      @ForAll @IntRange(min = 1, max = 13) int steps,
      @ForAll @DoubleRange(min = -120, max = 120) double limit,
      @ForAll @DoubleRange(min = 0, max = 40) double more) {
    Forecast forecast = forecast(Series.of(points), steps);
    assertThat(atLeast(forecast, limit + more)).isLessThanOrEqualTo(atLeast(forecast, limit));
    assertThat(atLeast(forecast, limit) + atMost(forecast, limit)).isCloseTo(1, within(1e-9));
  }

  @Property(tries = TRIES)
  void only_how_answers_compare_matters(
      @ForAll("points") List<Point> points, @ForAll @IntRange(min = 1, max = 13) int steps) {
    Series tenfold =
        Series.of(
            points.stream()
                .map(
                    point ->
                        point instanceof Read one
                            ? Point.of(one.value(), 10 * one.answers())
                            : point)
                .toList());
    assertThat(forecast(tenfold, steps).mean())
        .isCloseTo(forecast(Series.of(points), steps).mean(), within(1e-9));
  }

  @Property(tries = TRIES)
  void weeks_before_the_first_reading_change_nothing(
      @ForAll("points") List<Point> points,
      @ForAll @IntRange(min = 1, max = 13) int steps,
      @ForAll @IntRange(min = 1, max = 5) int missing) {
    Point[] before = new Point[missing];
    Arrays.fill(before, Point.missing());
    List<Point> longer = new ArrayList<>(List.of(before));
    longer.addAll(points);
    assertThat(forecast(Series.of(longer), steps).likely(0.95))
        .isEqualTo(forecast(Series.of(points), steps).likely(0.95));
  }

  @Property(tries = TRIES)
  void the_same_series_gets_the_same_forecast(
      @ForAll("points") List<Point> points, @ForAll @IntRange(min = 1, max = 13) int steps) {
    Forecast once = forecast(Series.of(points), steps);
    Forecast again = forecast(Series.of(List.copyOf(points)), steps);
    assertThat(again.likely(0.8)).isEqualTo(once.likely(0.8));
    assertThat(atLeast(again, 3)).isEqualTo(atLeast(once, 3));
  }

  @Property(tries = TRIES)
  void shares_stay_between_nothing_and_all(
      @ForAll("points") List<Point> points, @ForAll @IntRange(min = 1, max = 13) int steps) {
    Series shares = each(points, value -> Math.abs(value));
    Series nearTheEnd = each(shares.points(), value -> 100 - value / 20);
    Forecast forecast = forecast(nearTheEnd, Quantity.SHARE, steps);
    assertThat(forecast.likely(0.95).low()).isGreaterThanOrEqualTo(0);
    assertThat(forecast.likely(0.95).high()).isLessThanOrEqualTo(100);
    assertThat(atLeast(forecast, 100.5)).isZero();
    assertThat(atLeast(forecast, 100)).isPositive();
    assertThat(atMost(forecast, 100.5)).isCloseTo(1, within(1e-12));
  }
}
