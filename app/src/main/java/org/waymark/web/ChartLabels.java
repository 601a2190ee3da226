package org.waymark.web;

import static org.waymark.web.ChartPlane.LETTER;
import static org.waymark.web.ChartPlane.n;
import static org.waymark.web.ChartPlane.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.web.ChartDrawing.Label;
import org.waymark.web.LineChart.Mark;

/**
 * The labels in the margin at the right of a chart: the latest value and, where there is room for
 * them, what the guides stand for. No two ever meet, and none meets a line. Where a drawing is too
 * narrow for a label, the key below the chart says it.
 */
final class ChartLabels {
  private static final double APART = 15;
  private static final int LONGEST = 24;
  private static final int LONGEST_WHERE_NARROW = 9;
  private static final int NARROW = 600;

  private final LineChart chart;
  private final Words words;
  private final boolean narrow;

  ChartLabels(LineChart chart, Words words, int width) {
    this.chart = chart;
    this.words = words;
    narrow = width < NARROW;
  }

  /** A label and the height it would like to stand at. */
  private record Wish(String style, String text, double height) {}

  /** The room that the labels need. */
  double margin() {
    var longest = texts().mapToInt(String::length).max().orElse(0);
    return longest == 0 ? 14 : 20 + LETTER * Math.min(LONGEST, longest);
  }

  List<Label> placed(ChartPlane plane) {
    var wishes = new ArrayList<Wish>();
    if (!narrow) {
      chart
          .guides()
          .forEach(
              guide ->
                  wishes.add(
                      new Wish(
                          ChartShapes.style(guide) + "-label",
                          guide.atItsEnd(),
                          plane.y(guide.end()))));
    }
    var latest = chart.latest();
    if (latest != null && fits(lastText())) {
      wishes.add(new Wish("last", lastText(), plane.y(value(latest).value())));
    }
    wishes.sort(Comparator.comparingDouble(Wish::height));
    var heights = apart(wishes.stream().map(Wish::height).toList(), plane.floor());
    var labels = new ArrayList<Label>();
    for (int i = 0; i < wishes.size(); i++) {
      var wish = wishes.get(i);
      labels.add(new Label(wish.style(), n(plane.right + 8), n(heights[i] + 4), wish.text()));
    }
    return labels;
  }

  /** Pushed down until no two meet, then up again where that went through the floor. */
  private static double[] apart(List<Double> wished, double floor) {
    var heights = wished.stream().mapToDouble(Double::doubleValue).toArray();
    for (int i = 1; i < heights.length; i++) {
      heights[i] = Math.max(heights[i], heights[i - 1] + APART);
    }
    var lowest = floor;
    for (int i = heights.length - 1; i >= 0; i--) {
      heights[i] = Math.min(heights[i], lowest);
      lowest = heights[i] - APART;
    }
    return heights;
  }

  private Stream<String> texts() {
    var last = Stream.of(lastText()).filter(text -> !text.isEmpty()).filter(this::fits);
    return narrow
        ? last
        : Stream.concat(chart.guides().stream().map(LineChart.Guide::atItsEnd), last);
  }

  private boolean fits(String text) {
    return !narrow || text.length() <= LONGEST_WHERE_NARROW;
  }

  private String lastText() {
    var latest = chart.latest();
    if (latest == null) {
      return "";
    }
    return (value(latest).mark() == Mark.AT_LEAST ? "≥ " : "")
        + words.value(value(latest).value(), chart.unit());
  }
}
