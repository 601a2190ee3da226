package org.waymark.measure.attainment;

/** What kind of number a series holds, which decides on what scale it is forecast. */
public enum Quantity {
  /** Points or a mean of scores, any sign: as it is. */
  SCORE,
  /**
   * Percent, 0 to 100: by log odds where readings come near either end and rest on known numbers of
   * answers, else as it is.
   */
  SHARE,
  /** A length of time: by its logarithm. */
  DURATION,
  /** A count or an amount: by its logarithm. */
  COUNT
}
