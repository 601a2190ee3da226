package org.waymark.measurement;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.web.LineChart;

/**
 * What a metric says about one period.
 *
 * @param by the value of the dimension cut by: a unit's code, or the word of the facts; null for
 *     items that carry none, and when nothing was cut
 */
public record PeriodReading(Period period, @Nullable String by, Reading reading) {

  /**
   * The number as a chart takes it.
   *
   * @param why the sentence that stands in the place of a number that is missing
   */
  public LineChart.Point drawn(Function<Reading, String> why) {
    LocalDate from = period.from();
    LocalDate to = period.to();
    return switch (reading) {
      case Reading.Measured it ->
          LineChart.Point.of(
              from,
              to,
              new LineChart.Value(
                  it.value(),
                  it.low(),
                  it.high(),
                  it.n(),
                  it.indicative() ? LineChart.Mark.INDICATIVE : LineChart.Mark.MEASURED));
      case Reading.AtLeast it ->
          LineChart.Point.of(
              from,
              to,
              new LineChart.Value(it.value(), null, null, it.n(), LineChart.Mark.AT_LEAST));
      case Reading.TooFew it -> LineChart.Point.gap(from, to, why.apply(it));
      case Reading.NoData it -> LineChart.Point.gap(from, to, why.apply(it));
    };
  }
}
