package org.waymark.intake;

import java.time.LocalDate;

/**
 * What arrived on one day in the workspace's zone, withdrawn imports left out.
 *
 * @param refused lines refused when they arrived, whatever has become of them since
 */
public record ArrivalDay(
    LocalDate day, long accepted, long corrected, long repeated, long refused) {

  static ArrivalDay empty(LocalDate day) {
    return new ArrivalDay(day, 0, 0, 0, 0);
  }

  public ArrivalDay plus(ArrivalDay other) {
    return new ArrivalDay(
        day,
        accepted + other.accepted,
        corrected + other.corrected,
        repeated + other.repeated,
        refused + other.refused);
  }

  public long all() {
    return accepted + corrected + repeated + refused;
  }
}
