package org.waymark.goals;

import org.jspecify.annotations.Nullable;

/** Where a number should stay: from low to high, both included; an absent end is open. */
record Inside(@Nullable Double low, @Nullable Double high) {

  static Inside above(double low) {
    return new Inside(low, null);
  }

  static Inside below(double high) {
    return new Inside(null, high);
  }

  boolean contains(double value) {
    return (low == null || value >= low) && (high == null || value <= high);
  }

  boolean covers(Level.Interval interval) {
    return contains(interval.low()) && contains(interval.high());
  }

  boolean touches(Level.Interval interval) {
    return (low == null || interval.high() >= low) && (high == null || interval.low() <= high);
  }
}
