package org.waymark.web.design;

import java.util.stream.IntStream;

/**
 * A colour as browsers show it.
 *
 * @param hex such as {@code #0b6464}
 */
record Colour(String hex) {

  Colour {
    if (!hex.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException("not a colour of six digits: " + hex);
    }
  }

  /**
   * The contrast of two colours, from 1 (none) to 21 (black on white), as in WCAG 2.2, "contrast
   * ratio".
   */
  double contrast(Colour other) {
    var brighter = Math.max(luminance(), other.luminance());
    var darker = Math.min(luminance(), other.luminance());
    return (brighter + 0.05) / (darker + 0.05);
  }

  /** WCAG 2.2, "relative luminance". */
  private double luminance() {
    var linear = IntStream.of(1, 3, 5).mapToDouble(this::linear).toArray();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private double linear(int place) {
    var share = Integer.parseInt(hex.substring(place, place + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
