package org.waymark.web;

import static org.waymark.web.ChartPlane.n;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LineChart} as coordinates, ready for the template: everything is text that goes into an
 * attribute.
 *
 * @param width of the drawing in its own units; one unit is about one pixel
 * @param bands the interval around the line, one closed path per unbroken stretch
 * @param whiskers intervals of values that stand alone between gaps
 * @param lines one path per unbroken stretch
 * @param fan where the latest value is likely to go, and what is expected; empty without a forecast
 * @param judged the latest value, where it can be judged
 * @param places where each point lies in the plane, for those who read values off it
 */
public record ChartDrawing(
    int width,
    int height,
    List<Tick> levels,
    List<Tick> periods,
    String left,
    String right,
    String top,
    String floor,
    List<String> bands,
    List<Stroke> whiskers,
    List<String> lines,
    List<MarkAt> marks,
    List<Stroke> gaps,
    List<GuideLine> guides,
    String fan,
    String expected,
    @Nullable MarkAt judged,
    List<Label> labels,
    List<Place> places) {

  /** A tick of an axis: where, and what is written there. */
  public record Tick(String at, String textAt, String label) {}

  public record Stroke(String x1, String y1, String x2, String y2) {}

  /** A mark as a small path, with its style and what it says when pointed at. */
  public record MarkAt(String path, String style, String says) {}

  public record GuideLine(String style, String path) {}

  public record Label(String style, String x, String y, String text) {}

  /** A point of the plane, both from 0 (left, floor) to 1; a gap has no height. */
  public record Place(String x, @Nullable String y) {}

  static ChartDrawing of(LineChart chart, Words words, int width, int height) {
    var labels = new ChartLabels(chart, words, width);
    var plane = new ChartPlane(chart, words, width, height, labels.margin());
    var axes = new ChartAxes(plane);
    var shapes = new ChartShapes(plane);
    return new ChartDrawing(
        width,
        height,
        axes.levels(),
        axes.periods(),
        n(plane.left),
        n(plane.right),
        n(ChartPlane.TOP),
        n(plane.floor()),
        shapes.bands(),
        shapes.whiskers(),
        shapes.lines(),
        shapes.marks(),
        shapes.gaps(),
        shapes.guides(),
        shapes.fan(),
        shapes.expected(),
        shapes.judged(),
        labels.placed(plane),
        chart.points().stream().map(point -> place(plane, point)).toList());
  }

  private static Place place(ChartPlane plane, LineChart.Point point) {
    var across = (plane.x(point) - plane.left) / (plane.right - plane.left);
    return new Place(
        String.format(Locale.ROOT, "%.4f", across),
        point.value() == null ? null : height(plane, point.value().value()));
  }

  private static String height(ChartPlane plane, double value) {
    var up = (plane.floor() - plane.y(value)) / (plane.floor() - ChartPlane.TOP);
    return String.format(Locale.ROOT, "%.4f", up);
  }
}
