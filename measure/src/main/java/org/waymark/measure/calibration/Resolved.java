package org.waymark.measure.calibration;

import org.waymark.measure.attainment.Chance;

/**
 * A chance that was told, and what came of it.
 *
 * @param reached whether the target was reached in the end
 */
public record Resolved(Chance said, boolean reached) {

  double outcome() {
    return reached ? 1 : 0;
  }

  /** How far off it was: 0 when sure and right, 1 when sure and wrong. */
  double error() {
    return outcome() - said.raw();
  }
}
