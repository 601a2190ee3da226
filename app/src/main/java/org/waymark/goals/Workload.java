package org.waymark.goals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody carries already.
 *
 * @param hours per week of their goals that say so
 * @param goals how many goals that is, those that do not say included
 * @param silent how many of them do not say what they take
 * @param available hours per week there are; null while nobody said
 * @param unsaid of a unit: how many of its members nobody said hours of
 */
public record Workload(
    BigDecimal hours, int goals, int silent, @Nullable BigDecimal available, int unsaid) {

  /** How full a week is. */
  public enum Fullness {
    /** Nobody said how many hours there are. */
    UNKNOWN,
    FITS,
    /** More than four fifths. */
    TIGHT,
    /** More than there is. */
    OVER
  }

  /** With another goal of so many hours. */
  public Fullness with(BigDecimal more) {
    BigDecimal there = available;
    if (there == null) {
      return Fullness.UNKNOWN;
    }
    BigDecimal all = hours.add(more);
    if (all.compareTo(there) > 0) {
      return Fullness.OVER;
    }
    return all.multiply(BigDecimal.valueOf(5)).compareTo(there.multiply(BigDecimal.valueOf(4))) > 0
        ? Fullness.TIGHT
        : Fullness.FITS;
  }

  /** The share of the week that is taken, in percent; null where it cannot be said. */
  public @Nullable BigDecimal percent(BigDecimal more) {
    BigDecimal there = available;
    return there == null || there.signum() == 0
        ? null
        : hours.add(more).movePointRight(2).divide(there, 0, RoundingMode.HALF_EVEN);
  }
}
