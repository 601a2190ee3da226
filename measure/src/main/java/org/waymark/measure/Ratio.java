package org.waymark.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * So much of so much, exactly; turned into a floating-point number once, at the end.
 *
 * @param met what met it
 * @param of all that counted
 */
record Ratio(BigDecimal met, BigDecimal of) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Items counted one by one, together with what tallies brought in millionths. */
  static Ratio of(long met, long addedMet, long n, long addedN) {
    return new Ratio(
        plain(BigDecimal.valueOf(met).add(decimal(addedMet))),
        plain(BigDecimal.valueOf(n).add(decimal(addedN))));
  }

  double share() {
    return met.divide(of, MathContext.DECIMAL128).doubleValue();
  }

  double percent() {
    return percent(met, of);
  }

  static double percent(BigDecimal met, BigDecimal of) {
    return met.multiply(HUNDRED).divide(of, MathContext.DECIMAL128).doubleValue();
  }

  /** So many per so many. */
  static double per(BigDecimal met, BigDecimal of, long many) {
    return met.multiply(BigDecimal.valueOf(many)).divide(of, MathContext.DECIMAL128).doubleValue();
  }

  static double quotient(long one, long other) {
    return quotient(BigInteger.valueOf(one), BigInteger.valueOf(other));
  }

  static double quotient(BigInteger one, BigInteger other) {
    return new BigDecimal(one).divide(new BigDecimal(other), MathContext.DECIMAL128).doubleValue();
  }

  /** Millionths as a number without needless zeros. */
  static BigDecimal decimal(long millionths) {
    return plain(BigDecimal.valueOf(millionths, 6));
  }

  /** Millionths as a number without needless zeros. */
  static BigDecimal decimal(BigInteger millionths) {
    return plain(new BigDecimal(millionths, 6));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
