package org.waymark.measure.attainment;

import java.util.Arrays;

/** Series that tests speak of. */
final class Readings {

  static final Series RISING = Series.of(82, 81, 83, 82, 84, 83, 85, 84, 86, 85, 86, 87);
  static final Series STEADY = Series.of(82, 84, 81, 83, 82, 85, 81, 83, 84, 82, 83, 82);
  static final Series DAYS_TO_SETTLE = Series.of(3.1, 3.0, 2.9, 3.1, 2.8, 2.7, 2.8, 2.5, 2.6, 2.4);

  private Readings() {}

  static Forecast forecast(Series series, Quantity quantity, int steps) {
    return switch (Outlook.of(series, quantity, steps)) {
      case Outlook.Known known -> known.forecast();
      case Outlook.TooFewReadings few -> throw new AssertionError(few.toString());
      case Outlook.TooFarAhead far -> throw new AssertionError(far.toString());
    };
  }

  static Forecast forecast(Series series, int steps) {
    return forecast(series, Quantity.SCORE, steps);
  }

  /** Readings with gaps, which are written NaN. */
  static Series withGaps(double... values) {
    return Series.of(
        Arrays.stream(values)
            .mapToObj(value -> Double.isNaN(value) ? Point.missing() : Point.of(value))
            .toList());
  }

  static double atLeast(Forecast forecast, double limit) {
    return forecast.chance(new Aim.AtLeast(limit)).raw();
  }

  static double atMost(Forecast forecast, double limit) {
    return forecast.chance(new Aim.AtMost(limit)).raw();
  }
}
