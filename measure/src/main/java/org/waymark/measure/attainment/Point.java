package org.waymark.measure.attainment;

/** One place in a series: a week, month or quarter that was read, or that was not. */
public sealed interface Point {

  /**
   * A reading.
   *
   * @param value in the unit of the {@link Quantity}: percent for shares, seconds for durations
   * @param answers how many answers or items it rests on, above 0; need not be whole. Zero stands
   *     for "not known", and then all readings of the series weigh the same.
   * @throws IllegalArgumentException when the value is not a finite number or answers is negative
   */
  record Read(double value, double answers) implements Point {
    public Read {
      if (!Double.isFinite(value) || !Double.isFinite(answers) || answers < 0) {
        throw new IllegalArgumentException("a reading is a number that rests on answers");
      }
    }
  }

  /** Nothing was read. */
  enum Missing implements Point {
    MISSING
  }

  /** A reading of which nobody knows how many answers it rests on. */
  static Point of(double value) {
    return new Read(value, 0);
  }

  static Point of(double value, double answers) {
    return new Read(value, answers);
  }

  static Point missing() {
    return Missing.MISSING;
  }
}
