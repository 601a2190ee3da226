package org.waymark.measure.attainment;

/**
 * What each month of the year adds to a reading, taken with restraint: six tenths of the mean
 * distance from a centred average of twelve months. Half of the effects seen in two or three years
 * are chance, and taking them whole costs more where there is no season than it wins where there is
 * one. The distances are those of classical decomposition, for example R. J. Hyndman and G.
 * Athanasopoulos, Forecasting: Principles and Practice (2021), 3.4.
 *
 * @param effects of twelve months, from that of the first value on, on the scale of the forecast
 */
record Season(double[] effects) {

  /** So many months must have been read before any effect is taken. */
  static final int NEEDED = 24;

  private static final double RESTRAINT = 0.6;
  private static final int YEAR = 12;

  /**
   * @param values one a month; what stands at missing ones is not looked at
   * @param read whether a month was read
   */
  static Season of(double[] values, boolean[] read) {
    double[] sums = new double[YEAR];
    int[] counts = new int[YEAR];
    for (int t = YEAR / 2; t < values.length - YEAR / 2; t++) {
      if (allRead(read, t)) {
        sums[t % YEAR] += values[t] - average(values, t);
        counts[t % YEAR]++;
      }
    }
    double[] effects = new double[YEAR];
    for (int month = 0; month < YEAR; month++) {
      effects[month] = counts[month] == 0 ? 0 : RESTRAINT * sums[month] / counts[month];
    }
    return new Season(effects);
  }

  private static boolean allRead(boolean[] read, int centre) {
    for (int t = centre - YEAR / 2; t <= centre + YEAR / 2; t++) {
      if (!read[t]) {
        return false;
      }
    }
    return true;
  }

  /** A year around a month; the two months at its ends, which are the same one, count half. */
  private static double average(double[] values, int centre) {
    double sum = (values[centre - YEAR / 2] + values[centre + YEAR / 2]) / 2;
    for (int t = centre - YEAR / 2 + 1; t < centre + YEAR / 2; t++) {
      sum += values[t];
    }
    return sum / YEAR;
  }

  /** What the month adds that lies so many after the first. */
  double at(int months) {
    return effects[months % YEAR];
  }
}
