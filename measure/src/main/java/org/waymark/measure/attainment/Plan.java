package org.waymark.measure.attainment;

/**
 * A planned change on the scale of a forecast.
 *
 * @param ramp how it arrives
 * @param complete after how many steps it has arrived in full
 * @param effect what it then adds
 * @param doubt standard deviation of that
 */
record Plan(Pace ramp, int complete, double effect, double doubt) {

  /** Nothing changes. */
  static final Plan NONE = new Plan(new Pace.Straight(), 1, 0, 0);

  /** How much of it has arrived after so many steps, 0 to 1. */
  double arrived(int steps) {
    return ramp.at(Math.min(1, (double) steps / complete));
  }
}
