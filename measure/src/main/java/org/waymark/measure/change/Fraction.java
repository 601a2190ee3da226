package org.waymark.measure.change;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A number as a fraction in lowest terms, so that parts can add up to a whole exactly.
 *
 * @param below above 0
 */
public record Fraction(BigInteger above, BigInteger below) {
  public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  /**
   * @throws ArithmeticException when below is 0
   */
  public Fraction {
    if (below.signum() == 0) {
      throw new ArithmeticException("nothing can be divided by 0");
    }
    BigInteger common = above.gcd(below);
    if (below.signum() < 0) {
      common = common.negate();
    }
    above = above.divide(common);
    below = below.divide(common);
  }

  static Fraction of(BigInteger above, BigInteger below) {
    return new Fraction(above, below);
  }

  Fraction plus(Fraction other) {
    return of(
        above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
  }

  Fraction minus(Fraction other) {
    return plus(of(other.above.negate(), other.below));
  }

  Fraction times(Fraction other) {
    return of(above.multiply(other.above), below.multiply(other.below));
  }

  public int signum() {
    return above.signum();
  }

  /** The nearest floating-point number. */
  public double doubleValue() {
    return new BigDecimal(above)
        .divide(new BigDecimal(below), MathContext.DECIMAL128)
        .doubleValue();
  }
}
