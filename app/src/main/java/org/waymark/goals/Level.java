package org.waymark.goals;

import org.jspecify.annotations.Nullable;

/**
 * A number with the 95 % interval it lies in, both in the metric's unit; the interval is absent
 * where none can be given (a value told by hand, a quantile of few cases).
 */
public record Level(double value, @Nullable Interval interval) {

  /** From low to high, both included. */
  public record Interval(double low, double high) {
    public Interval {
      if (!(low <= high)) {
        throw new IllegalArgumentException("an interval runs from low to high");
      }
    }
  }

  public Level {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a level is a finite number");
    }
  }

  public static Level exactly(double value) {
    return new Level(value, null);
  }

  public static Level between(double value, double low, double high) {
    return new Level(value, new Interval(low, high));
  }
}
