package org.waymark.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts day by day as bars, each cut into its parts from the ground up. What was counted stands in
 * the table beside it; the drawing says only its sum in words.
 *
 * @param bars of the days on which there was anything
 * @param width of the drawing, in its own measure
 * @param says the same in words
 */
public record DayBars(List<Bar> bars, String width, String height, String says) {
  private static final double STEP = 8;
  private static final double THICK = 6;
  private static final double LEAST = 1.5;

  /** What may become of a line that arrives, from the ground up. */
  public static final List<String> PARTS = List.of("accepted", "corrected", "repeated", "refused");

  /** One piece of a day's bar. */
  public record Bar(String part, String path) {}

  /**
   * The counts of one day.
   *
   * @param counts one for each of {@link #PARTS}
   */
  public record Day(List<Long> counts) {
    long all() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Draws these days, oldest first.
   *
   * @param height in its own measure
   */
  public static DayBars of(List<Day> days, int height, String says) {
    long most = days.stream().mapToLong(Day::all).max().orElse(0);
    var bars = new ArrayList<Bar>();
    for (int part = 0; part < PARTS.size(); part++) {
      var path = new StringBuilder();
      for (int place = 0; place < days.size(); place++) {
        var day = days.get(place);
        if (most > 0 && day.counts().get(part) > 0) {
          var below = height(day, part, most, height);
          var top = height(day, part + 1, most, height);
          path.append('M').append(SvgNumber.of(place * STEP + (STEP - THICK) / 2)).append(' ');
          path.append(SvgNumber.of(height - below)).append('V').append(SvgNumber.of(height - top));
          path.append('h').append(SvgNumber.of(THICK)).append('V');
          path.append(SvgNumber.of(height - below)).append('z');
        }
      }
      if (!path.isEmpty()) {
        bars.add(new Bar(PARTS.get(part), path.toString()));
      }
    }
    return new DayBars(bars, SvgNumber.of(days.size() * STEP), SvgNumber.of(height), says);
  }

  /** How high the first parts of a day reach: what is there at all can be seen. */
  private static double height(Day day, int parts, long most, int height) {
    double reached = 0;
    for (int part = 0; part < parts; part++) {
      long count = day.counts().get(part);
      if (count > 0) {
        reached += Math.max(LEAST, (double) count / most * (height - LEAST * day.counts().size()));
      }
    }
    return Math.min(reached, height);
  }
}
