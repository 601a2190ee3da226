package org.waymark.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Survey weights added up, in whole millionths and millionths squared. Exact: a sum of squares
 * leaves 64 bits at nine million answers.
 *
 * @param n answers that carry a weight
 * @param sum of their weights
 * @param squares sum of the squares of their weights
 */
public record Weights(long n, BigInteger sum, BigInteger squares) {

  public static final Weights NONE = new Weights(0, BigInteger.ZERO, BigInteger.ZERO);

  Weights plus(Weights other) {
    return new Weights(n + other.n, sum.add(other.sum), squares.add(other.squares));
  }

  /**
   * Kish's effective number of answers, (sum of weights) squared over the sum of squared weights:
   * as many equally weighted answers would be as certain. Kish, Survey Sampling (1965), 11.7.
   *
   * @throws ArithmeticException when all weights are zero
   */
  public double effective() {
    return new BigDecimal(sum.multiply(sum))
        .divide(new BigDecimal(squares), MathContext.DECIMAL128)
        .doubleValue();
  }
}
