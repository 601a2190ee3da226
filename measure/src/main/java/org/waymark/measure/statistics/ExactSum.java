package org.waymark.measure.statistics;

import java.math.BigInteger;

/**
 * An exact sum of products of whole numbers, none negative, in 192 bits: enough for more squares of
 * microseconds than there can be items. {@link BigInteger} would make an object for each.
 */
final class ExactSum {
  private long low;
  private long middle;
  private long high;

  void add(long number, long times) {
    addLow(number * times);
    addMiddle(Math.unsignedMultiplyHigh(number, times));
  }

  void addSquare(long number, long times) {
    long squareLow = number * number;
    long squareHigh = Math.unsignedMultiplyHigh(number, number);
    add(squareLow, times);
    addMiddle(squareHigh * times);
    high += Math.unsignedMultiplyHigh(squareHigh, times);
  }

  private void addLow(long unsigned) {
    low += unsigned;
    if (Long.compareUnsigned(low, unsigned) < 0) {
      addMiddle(1);
    }
  }

  private void addMiddle(long unsigned) {
    middle += unsigned;
    if (Long.compareUnsigned(middle, unsigned) < 0) {
      high++;
    }
  }

  BigInteger value() {
    return BigInteger.valueOf(high)
        .shiftLeft(Long.SIZE)
        .add(unsigned(middle))
        .shiftLeft(Long.SIZE)
        .add(unsigned(low));
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }
}
