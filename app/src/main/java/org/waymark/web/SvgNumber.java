package org.waymark.web;

/**
 * Coordinates as SVG reads them: a point for the decimal, two decimals, no needless zeros, in every
 * locale.
 */
public final class SvgNumber {
  private SvgNumber() {}

  public static String of(double coordinate) {
    var hundredths = Math.round(coordinate * 100);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    var whole = Math.abs(hundredths) / 100;
    var rest = Math.abs(hundredths) % 100;
    var decimals =
        rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : Long.toString(rest);
    return (hundredths < 0 ? "-" : "") + whole + "." + decimals;
  }
}
