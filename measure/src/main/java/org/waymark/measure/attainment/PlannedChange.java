package org.waymark.measure.attainment;

/**
 * What a team expects of something it is about to do. It never enters the forecast itself, only a
 * second one that is shown beside it as "with your plan".
 *
 * @param effect what it adds to a reading in the end, in the unit of the series
 * @param doubt the standard deviation of that, 0 or more
 * @param ramp how the effect arrives between now and the end
 */
public record PlannedChange(double effect, double doubt, Pace ramp) {

  /**
   * @throws IllegalArgumentException when either is not a finite number or the doubt is negative
   */
  public PlannedChange {
    if (!Double.isFinite(effect) || !Double.isFinite(doubt) || doubt < 0) {
      throw new IllegalArgumentException("a planned change is a finite number with its doubt");
    }
  }
}
