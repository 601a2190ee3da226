package org.waymark.measure.attainment;

/** What can be said about a series some periods ahead: a forecast, or why there is none. */
public sealed interface Outlook {

  /** Fewer readings than this say nothing. */
  int LEAST_READINGS = 8;

  /** So far ahead is always allowed; farther only as far back as there are readings. */
  int NEAR = 13;

  /** There is something to say. */
  record Known(Forecast forecast) implements Outlook {}

  /**
   * Not enough history: the team's confidence is all there is.
   *
   * @param readings how many there are
   * @param needed how many are needed
   */
  record TooFewReadings(int readings, int needed) implements Outlook {}

  /**
   * Farther ahead than the history reaches back.
   *
   * @param periods from the last reading to the one asked for
   * @param most how many of them this history allows
   */
  record TooFarAhead(int periods, int most) implements Outlook {}

  /**
   * The outlook on a series.
   *
   * @param steps which reading after the last point of the series is meant, 1 for the next
   * @throws IllegalArgumentException when steps is below 1
   */
  static Outlook of(Series series, Quantity quantity, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("a forecast looks ahead");
    }
    int readings = series.read().size();
    if (readings < LEAST_READINGS) {
      return new TooFewReadings(readings, LEAST_READINGS);
    }
    int periods = steps + series.silence();
    int most = Math.max(NEAR, readings);
    if (periods > most) {
      return new TooFarAhead(periods, most);
    }
    return new Known(new Forecast(Fit.of(series, quantity), steps, 1, Plan.NONE));
  }
}
