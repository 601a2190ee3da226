package org.waymark.measure.attainment;

import java.util.List;

/** The scale on which a series is forecast, and the way back. */
sealed interface Transform {

  /** Shares that come nearer than this many percent to 0 or 100 are taken by their log odds. */
  double NEAR = 10;

  /** The value of a reading on this scale. */
  double of(double value, double answers);

  /** The value of a target on this scale; infinite where no reading can ever be. */
  double of(double target);

  /** How much this scale moves when a reading of this value moves by one. */
  double slope(double value);

  /** From this scale back to the reading's own. */
  double back(double scaled);

  /**
   * The scale for a series. Amounts of which one is not above zero have no logarithm and are taken
   * as they are.
   */
  static Transform of(Quantity quantity, Series series) {
    List<Point.Read> read = series.read();
    return switch (quantity) {
      case SCORE -> new Plain();
      case DURATION, COUNT ->
          read.stream().allMatch(one -> one.value() > 0) ? new Log() : new Plain();
      case SHARE ->
          series.typicalAnswers() > 0 && read.stream().anyMatch(one -> isNearAnEnd(one.value()))
              ? new LogOdds(series.typicalAnswers())
              : new Plain();
    };
  }

  private static boolean isNearAnEnd(double percent) {
    return percent < NEAR || percent > 100 - NEAR;
  }

  /** As it is. */
  record Plain() implements Transform {
    @Override
    public double of(double value, double answers) {
      return value;
    }

    @Override
    public double of(double target) {
      return target;
    }

    @Override
    public double slope(double value) {
      return 1;
    }

    @Override
    public double back(double scaled) {
      return scaled;
    }
  }

  /** Natural logarithm. */
  record Log() implements Transform {
    @Override
    public double of(double value, double answers) {
      return Math.log(value);
    }

    @Override
    public double of(double target) {
      return target > 0 ? Math.log(target) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double slope(double value) {
      return 1 / value;
    }

    @Override
    public double back(double scaled) {
      return Math.exp(scaled);
    }
  }

  /**
   * Log odds of (x + 1/2) / (n + 1), which are finite for 0 and for all of n. J. B. S. Haldane,
   * Annals of Human Genetics 20 (1956) 309-311. A target is met by a future reading of the usual
   * number of answers, so it is scaled as such a reading would be.
   *
   * @param usual the number of answers a future reading is taken to rest on
   */
  record LogOdds(double usual) implements Transform {
    @Override
    public double of(double percent, double answers) {
      return Math.log(met(percent, answers) / met(100 - percent, answers));
    }

    private static double met(double percent, double answers) {
      return percent / 100 * answers + 0.5;
    }

    @Override
    public double of(double target) {
      if (target < 0) {
        return Double.NEGATIVE_INFINITY;
      }
      return target > 100 ? Double.POSITIVE_INFINITY : of(target, usual);
    }

    @Override
    public double slope(double percent) {
      return usual / 100 * (1 / met(percent, usual) + 1 / met(100 - percent, usual));
    }

    @Override
    public double back(double scaled) {
      double share = ((usual + 1) / (1 + Math.exp(-scaled)) - 0.5) / usual;
      return 100 * Math.clamp(share, 0, 1);
    }
  }
}
