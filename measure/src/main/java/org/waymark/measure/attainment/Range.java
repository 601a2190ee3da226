package org.waymark.measure.attainment;

/** Where a reading is likely to lie. */
public record Range(double low, double high) {

  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
