package org.waymark.goals;

import java.math.BigDecimal;

/**
 * Where a key result wants its number to be, in the metric's own unit: points, percent 0-100,
 * seconds, or a count.
 */
public sealed interface Target {

  /** One value. */
  record Level(BigDecimal value) implements Target {}

  /**
   * A change against the baseline in percent of its size: -20 is a fifth less. It becomes a value
   * only once the baseline is known; a rise is upwards also where the baseline lies below zero.
   */
  record Change(BigDecimal percent) implements Target {
    public Change {
      if (percent.signum() == 0) {
        throw new IllegalArgumentException("a change of 0 percent changes nothing");
      }
    }

    public BigDecimal from(BigDecimal baseline) {
      return baseline.add(baseline.abs().multiply(percent).movePointLeft(2));
    }
  }

  /** Anything from low to high, both included. */
  record Band(BigDecimal low, BigDecimal high) implements Target {
    public Band {
      if (low.compareTo(high) >= 0) {
        throw new IllegalArgumentException("low must lie below high");
      }
    }
  }

  /** Nothing to compare with: the thing is done, or its milestones are. */
  record Done() implements Target {}
}
