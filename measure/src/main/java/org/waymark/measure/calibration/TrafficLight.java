package org.waymark.measure.calibration;

import org.waymark.measure.attainment.Chance;

/**
 * The rule most goal tools go by: compare the way made with the time gone. Kept only to be scored
 * beside the forecast.
 */
public enum TrafficLight {
  /** As far as the time, or farther. */
  ON_TRACK(0.9),
  /** At least seven tenths as far. */
  AT_RISK(0.5),
  /** Less. */
  OFF_TRACK(0.1);

  private static final double NEARLY = 0.7;

  private final double chance;

  TrafficLight(double chance) {
    this.chance = chance;
  }

  /** The chance that people hear in it. */
  public Chance chance() {
    return new Chance(chance);
  }

  /**
   * The light.
   *
   * @param progress share of the way from baseline to target; may leave 0 to 1
   * @param expected share of the way that should be behind by now
   */
  public static TrafficLight of(double progress, double expected) {
    if (progress >= expected) {
      return ON_TRACK;
    }
    return progress >= NEARLY * expected ? AT_RISK : OFF_TRACK;
  }
}
