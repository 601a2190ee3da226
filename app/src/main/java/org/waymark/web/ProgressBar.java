package org.waymark.web;

import org.jspecify.annotations.Nullable;

/**
 * How far along something is, with the band of what it may really be.
 *
 * @param share from 0 to 1; what lies outside is drawn at the end, the words tell the true figure
 * @param low lower end of the band, or null where nothing is known of it
 * @param high upper end of the band
 * @param says the figure in words, read by everyone
 * @param tone plain, good, warn or bad: never the only sign
 */
public record ProgressBar(
    double share, @Nullable Double low, @Nullable Double high, String says, String tone) {

  public static ProgressBar of(double share, String says) {
    return new ProgressBar(share, null, null, says, "plain");
  }

  public String done() {
    return percent(share);
  }

  public boolean hasBand() {
    return low != null && high != null;
  }

  public String bandFrom() {
    return percent(low == null ? 0 : low);
  }

  public String bandWidth() {
    return low == null || high == null
        ? "0"
        : SvgNumber.of(Math.max(0, clamped(high) - clamped(low)) * 100);
  }

  private static String percent(double share) {
    return SvgNumber.of(clamped(share) * 100);
  }

  private static double clamped(double share) {
    return Math.clamp(share, 0, 1);
  }
}
