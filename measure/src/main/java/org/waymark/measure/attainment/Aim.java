package org.waymark.measure.attainment;

/** What a reading is meant to be, in the unit of the series. Limits belong to it. */
public sealed interface Aim {

  /** The limit or more. */
  record AtLeast(double limit) implements Aim {
    public AtLeast {
      requireNumber(limit);
    }
  }

  /** The limit or less. */
  record AtMost(double limit) implements Aim {
    public AtMost {
      requireNumber(limit);
    }
  }

  /** From low to high. */
  record Within(double low, double high) implements Aim {
    public Within {
      requireNumber(low);
      requireNumber(high);
      if (low > high) {
        throw new IllegalArgumentException("a band runs from low to high");
      }
    }
  }

  /** Whether a reading is what it is meant to be. */
  default boolean isMetBy(double value) {
    return switch (this) {
      case AtLeast aim -> value >= aim.limit;
      case AtMost aim -> value <= aim.limit;
      case Within aim -> value >= aim.low && value <= aim.high;
    };
  }

  private static void requireNumber(double limit) {
    if (!Double.isFinite(limit)) {
      throw new IllegalArgumentException("an aim is a finite number");
    }
  }
}
