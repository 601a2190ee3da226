package org.waymark.measure.attainment;

/**
 * How likely something is.
 *
 * @param raw 0 to 1, as computed; this is what is kept and scored
 */
public record Chance(double raw) {

  private static final double LEAST = 0.01;
  private static final double MOST = 0.99;

  /**
   * @throws IllegalArgumentException when it is not from 0 to 1
   */
  public Chance {
    if (!(raw >= 0 && raw <= 1)) {
      throw new IllegalArgumentException("a chance lies between 0 and 1");
    }
  }

  /** As people are told it, 0.01 to 0.99: a model of a few dozen readings is never surer. */
  public double shown() {
    return Math.clamp(raw, LEAST, MOST);
  }

  /**
   * What two independent views say together: the mean of their log odds. Here the model's and a
   * team's own confidence. Either is taken from 0.01 to 0.99, so that neither silences the other.
   */
  public Chance pooledWith(Chance other) {
    return new Chance(1 / (1 + Math.exp(-(logOdds() + other.logOdds()) / 2)));
  }

  private double logOdds() {
    return Math.log(shown() / (1 - shown()));
  }
}
