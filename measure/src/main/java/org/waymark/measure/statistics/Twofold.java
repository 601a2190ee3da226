package org.waymark.measure.statistics;

import java.math.BigDecimal;

/**
 * A number as the unevaluated sum of two doubles, good for about 31 digits. T. J. Dekker,
 * Numerische Mathematik 18 (1971) 224-242.
 *
 * @param high the nearest double
 * @param low what it lacks
 */
record Twofold(double high, double low) {

  static final Twofold ONE = new Twofold(1, 0);

  Twofold times(long factor) {
    double product = high * factor;
    double lacking = Math.fma(high, factor, -product) + low * factor;
    return sum(product, lacking);
  }

  Twofold dividedBy(long divisor) {
    double quotient = high / divisor;
    double rest = Math.fma(-quotient, divisor, high) + low;
    return sum(quotient, rest / divisor);
  }

  boolean isZero() {
    return high == 0;
  }

  /** Exactly this number. */
  BigDecimal exact() {
    return new BigDecimal(high).add(new BigDecimal(low));
  }

  private static Twofold sum(double large, double small) {
    double high = large + small;
    return new Twofold(high, small - (high - large));
  }
}
