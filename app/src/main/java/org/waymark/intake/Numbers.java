package org.waymark.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people and machines write them, read into whole millionths. */
final class Numbers {
  private static final BigDecimal LIMIT =
      new BigDecimal("9000000000000"); // nine million million: its millionths fit 64 bits

  private Numbers() {}

  /** A decimal number exactly; at most six decimals. */
  static long millionths(String field, String text, char decimal) {
    long quick = quick(text, decimal);
    if (quick != Long.MIN_VALUE) {
      return quick;
    }
    BigDecimal value = decimal(field, text, decimal);
    try {
      return value.setScale(6, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new Refused(
          field, Refused.quote(text) + " has more than six decimals: round it before sending");
    }
  }

  /**
   * A survey weight: rounded half-even to six decimals, which is counted when it changes the value.
   */
  static long weight(String text, char decimal, Notes notes) {
    long quick = quick(text, decimal);
    BigDecimal value = quick == Long.MIN_VALUE ? decimal("weight", text, decimal) : null;
    long weight = quick;
    if (value != null) {
      BigDecimal rounded = value.setScale(6, RoundingMode.HALF_EVEN);
      if (rounded.compareTo(value) != 0) {
        notes.roundedWeights++;
      }
      weight = rounded.unscaledValue().longValueExact();
    }
    if (weight < 0) {
      throw new Refused(
          "weight",
          Refused.quote(text)
              + " is below zero: a weight says how much an answer counts, 0 or more");
    }
    return weight;
  }

  /** A whole number. */
  static long whole(String field, String text, char decimal) {
    long value = millionths(field, text, decimal);
    if (value % Scale.ONE != 0) {
      throw new Refused(field, Refused.quote(text) + " is not a whole number");
    }
    return value / Scale.ONE;
  }

  static String shown(long millionths) {
    return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal decimal(String field, String text, char decimal) {
    char other = decimal == '.' ? ',' : '.';
    if (text.indexOf(other) >= 0) {
      throw new Refused(
          field,
          Refused.quote(text)
              + " is not a number with a decimal "
              + (decimal == '.'
                  ? "point: set \"decimal\": \",\" in the mapping"
                  : "comma: set \"decimal\": \".\" in the mapping")
              + " and leave out thousands separators");
    }
    BigDecimal value;
    try {
      if (text.length() > 40) {
        throw new NumberFormatException();
      }
      value = new BigDecimal(text.replace(decimal, '.'));
    } catch (NumberFormatException e) {
      throw new Refused(
          field,
          Refused.quote(text)
              + " is not a number: correct it, or list it under \"missing\" when it stands for no answer");
    }
    if (value.abs().compareTo(LIMIT) > 0 || value.scale() > 40) {
      throw new Refused(
          field,
          Refused.quote(text)
              + " is beyond the numbers that can be kept (up to 9,000,000,000,000)");
    }
    return value;
  }

  /**
   * Plain short numbers without any object; {@link Long#MIN_VALUE} when the text needs a closer
   * look.
   */
  private static long quick(String text, char decimal) {
    int length = text.length();
    int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length == at || length > 18) {
      return Long.MIN_VALUE;
    }
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (int i = at; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        digits++;
        if (decimals >= 0) {
          decimals++;
        }
      } else if (c == decimal && decimals < 0 && digits > 0) {
        decimals = 0;
      } else {
        return Long.MIN_VALUE;
      }
    }
    if (digits == 0 || decimals == 0 || decimals > 6 || digits - Math.max(decimals, 0) > 11) {
      return Long.MIN_VALUE;
    }
    for (int i = Math.max(decimals, 0); i < 6; i++) {
      value *= 10;
    }
    return at == 1 ? -value : value;
  }
}
