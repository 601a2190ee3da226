package org.waymark.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line so small that it stands in a row of text: where a figure came from. Periods without a
 * figure are gaps.
 *
 * @param stretches one path per unbroken stretch
 * @param last where the latest figure is
 * @param aimAt height of the target; null without one
 * @param tone of the dot at its end
 * @param says the same in words
 */
public record Sparkline(
    List<String> stretches, @Nullable Dot last, @Nullable String aimAt, String tone, String says) {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 24;
  private static final double EDGE = 3;

  /** The latest figure. */
  public record Dot(String x, String y) {}

  /**
   * Draws these values, evenly spaced; nulls are gaps.
   *
   * @param target null without one
   */
  public static Sparkline of(
      List<? extends @Nullable Double> values,
      @Nullable Double target,
      Verdict verdict,
      String says) {
    var known = Stream.concat(values.stream(), Stream.ofNullable(target));
    var range = known.filter(Objects::nonNull).mapToDouble(value -> value).summaryStatistics();
    var plot = new Plot(values.size(), range.getMin(), range.getMax());
    var stretches = new ArrayList<String>();
    var path = new StringBuilder();
    Dot last = null;
    for (int i = 0; i < values.size(); i++) {
      var value = values.get(i);
      if (value == null) {
        cut(path, stretches);
        continue;
      }
      last = new Dot(SvgNumber.of(plot.x(i)), SvgNumber.of(plot.y(value)));
      path.append(path.isEmpty() ? "M" : "L").append(last.x()).append(' ').append(last.y());
    }
    cut(path, stretches);
    var aim = target == null ? null : SvgNumber.of(plot.y(target));
    return new Sparkline(stretches, last, aim, verdict.word(), says);
  }

  private static void cut(StringBuilder path, List<String> stretches) {
    if (!path.isEmpty()) {
      stretches.add(path.indexOf("L") < 0 ? path + "h0" : path.toString());
      path.setLength(0);
    }
  }

  private record Plot(int points, double low, double high) {
    double x(int place) {
      return EDGE + (WIDTH - 2 * EDGE) * (points < 2 ? 1 : place / (points - 1.0));
    }

    double y(double value) {
      var share = high - low < 1e-12 ? 0.5 : (value - low) / (high - low);
      return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share;
    }
  }
}
