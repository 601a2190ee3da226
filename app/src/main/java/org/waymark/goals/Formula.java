package org.waymark.goals;

import java.util.function.DoublePredicate;

/**
 * How a level becomes raw progress: 0 at the baseline, 1 at the target, below and above where the
 * level is below and above. Every formula is monotone, so an interval maps onto an interval.
 * Source: the project's methods, section 2.
 */
sealed interface Formula {

  double raw(double level);

  /** Does a higher level mean more progress? */
  boolean rises();

  /** (level - baseline) / (target - baseline); the sign of the way gives the direction. */
  record Linear(double baseline, double target) implements Formula {
    public Linear {
      if (baseline == target) {
        throw new IllegalArgumentException("no way leads from a value to itself");
      }
    }

    @Override
    public double raw(double level) {
      return (level - baseline) / (target - baseline);
    }

    @Override
    public boolean rises() {
      return target > baseline;
    }
  }

  /**
   * ln(baseline / level) / ln(baseline / target), for durations whose way spans more than a factor
   * of two: from three days to two is harder than from two to one. A level below a millisecond
   * counts as one.
   */
  record Logarithmic(double baseline, double target) implements Formula {
    private static final double SHORTEST_SECONDS = 0.001;

    public Logarithmic {
      if (!(baseline > 0 && target > 0) || baseline == target) {
        throw new IllegalArgumentException(
            "a logarithmic way leads from one positive value to another");
      }
    }

    @Override
    public double raw(double level) {
      return Math.log(baseline / Math.max(level, SHORTEST_SECONDS)) / Math.log(baseline / target);
    }

    @Override
    public boolean rises() {
      return target > baseline;
    }
  }

  /** 1 where the level is where it should be, otherwise 0. */
  record Reached(DoublePredicate met, boolean rises) implements Formula {
    @Override
    public double raw(double level) {
      return met.test(level) ? 1 : 0;
    }
  }

  /** Everything counted so far / target; there is no baseline but 0. */
  static Formula counting(double target) {
    return new Linear(0, target);
  }

  /**
   * The way from baseline to target, logarithmic for durations that span more than a factor of two.
   */
  static Formula change(double baseline, double target, boolean duration) {
    boolean wide = baseline > 0 && target > 0 && (baseline > 2 * target || target > 2 * baseline);
    return duration && wide ? new Logarithmic(baseline, target) : new Linear(baseline, target);
  }

  static Formula threshold(double target, boolean upwards) {
    return upwards
        ? new Reached(level -> level >= target, true)
        : new Reached(level -> level <= target, false);
  }
}
