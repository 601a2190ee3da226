package org.waymark.web;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis whose ticks are round: steps of 1, 2, 2.5 or 5 times a power of ten, in the unit people
 * read (days, not seconds).
 *
 * @param low where the axis begins, a multiple of the step
 * @param high where it ends
 * @param step between two ticks
 */
record NiceScale(double low, double high, double step) {

  /**
   * Covers low to high with about this many steps. {@code size} is one readable unit in the data's
   * own unit.
   */
  static NiceScale covering(double low, double high, int steps, double size) {
    var from = low / size;
    var to = high / size;
    if (to - from < 1e-9) {
      var room = Math.max(1, Math.abs(to) * 0.1);
      from -= room;
      to += room;
    }
    var step = roundUp((to - from) / steps);
    return new NiceScale(
        Math.floor(from / step + 1e-9) * step * size,
        Math.ceil(to / step - 1e-9) * step * size,
        step * size);
  }

  private static double roundUp(double rough) {
    var power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (var factor : new double[] {1, 2, 2.5, 5}) {
      if (rough <= factor * power * (1 + 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  NiceScale within(double least, double most) {
    return new NiceScale(Math.max(low, least), Math.min(high, most), step);
  }

  List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    for (var i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step + 0.0);
    }
    return ticks;
  }

  int decimals(double size) {
    var shown = step / size;
    return shown == Math.rint(shown) ? 0 : shown * 10 == Math.rint(shown * 10) ? 1 : 2;
  }
}
