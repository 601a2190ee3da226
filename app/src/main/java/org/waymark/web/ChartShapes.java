package org.waymark.web;

import static org.waymark.web.ChartPlane.n;
import static org.waymark.web.ChartPlane.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.web.ChartDrawing.GuideLine;
import org.waymark.web.ChartDrawing.MarkAt;
import org.waymark.web.ChartDrawing.Stroke;
import org.waymark.web.LineChart.Guide;
import org.waymark.web.LineChart.Kind;
import org.waymark.web.LineChart.Mark;
import org.waymark.web.LineChart.Point;

/** The lines, bands and marks of a chart. A period without a value breaks them. */
record ChartShapes(ChartPlane plane) {

  List<String> lines() {
    return stretches().filter(stretch -> stretch.size() > 1).map(this::line).toList();
  }

  List<String> bands() {
    return stretches()
        .filter(stretch -> stretch.size() > 1)
        .map(this::band)
        .filter(path -> !path.isEmpty())
        .toList();
  }

  /** Intervals of values that stand alone between gaps. */
  List<Stroke> whiskers() {
    return stretches()
        .filter(stretch -> stretch.size() == 1)
        .map(List::getFirst)
        .filter(ChartShapes::hasInterval)
        .map(
            alone ->
                new Stroke(
                    n(plane.x(alone)),
                    n(plane.y(value(alone).low())),
                    n(plane.x(alone)),
                    n(plane.y(value(alone).high()))))
        .toList();
  }

  List<Stroke> gaps() {
    return plane.chart.points().stream()
        .filter(point -> point.value() == null)
        .map(
            point ->
                new Stroke(
                    n(plane.x(point)), n(plane.floor() - 7), n(plane.x(point)), n(plane.floor())))
        .toList();
  }

  /** A level goes all the way across; a path begins and ends with its days. */
  List<GuideLine> guides() {
    return plane.chart.guides().stream()
        .map(guide -> new GuideLine(style(guide), path(guide)))
        .toList();
  }

  /**
   * Marks on every point while there are few; with many, only those that need a word of caution.
   */
  List<MarkAt> marks() {
    var crowded = plane.chart.points().size() > plane.width / 19;
    return plane.chart.points().stream()
        .filter(point -> point.value() != null)
        .filter(point -> !crowded || value(point).mark() != Mark.MEASURED)
        .map(this::mark)
        .toList();
  }

  /** The latest value with the shape of its judgement, or null while there is none to make. */
  @Nullable MarkAt judged() {
    var latest = plane.chart.latest();
    var verdict = plane.chart.verdict();
    if (latest == null || verdict == Verdict.UNKNOWN) {
      return null;
    }
    var x = plane.x(latest);
    var y = plane.y(value(latest).value());
    var path = verdict == Verdict.GOOD ? circle(x, y, 5) : diamond(x, y, 6.5);
    return new MarkAt(path, "chart-verdict-" + verdict.word(), says(latest));
  }

  static String style(Guide guide) {
    return guide.kind() == Kind.BASELINE ? "baseline" : "target";
  }

  private String path(Guide guide) {
    if (guide.isLevel() && guide.kind() != Kind.AIM) {
      return "M" + n(plane.left) + " " + n(plane.y(guide.end())) + "H" + n(plane.right);
    }
    var path = new StringBuilder();
    guide.stops().forEach(stop -> to(path, plane.x(stop.day()), plane.y(stop.value())));
    return path.toString();
  }

  /**
   * Where the latest value is likely to go: a band that opens from it; empty without a forecast.
   */
  String fan() {
    var latest = plane.chart.latest();
    var ahead = plane.chart.ahead();
    if (latest == null || ahead.isEmpty()) {
      return "";
    }
    var path = new StringBuilder();
    to(path, plane.x(latest), plane.y(value(latest).value()));
    ahead.forEach(day -> to(path, plane.x(day.day()), plane.y((Double) day.high())));
    ahead.reversed().forEach(day -> to(path, plane.x(day.day()), plane.y((Double) day.low())));
    return path.append('Z').toString();
  }

  /** What is expected, from the latest value on; empty without a forecast. */
  String expected() {
    var latest = plane.chart.latest();
    if (latest == null || plane.chart.ahead().isEmpty()) {
      return "";
    }
    var path = new StringBuilder();
    to(path, plane.x(latest), plane.y(value(latest).value()));
    plane
        .chart
        .ahead()
        .forEach(day -> to(path, plane.x(day.day()), plane.y((Double) day.expected())));
    return path.toString();
  }

  private Stream<List<Point>> stretches() {
    var stretches = new ArrayList<List<Point>>();
    var current = new ArrayList<Point>();
    for (var point : plane.chart.points()) {
      if (point.value() != null) {
        current.add(point);
      } else {
        stretches.add(List.copyOf(current));
        current.clear();
      }
    }
    stretches.add(List.copyOf(current));
    return stretches.stream().filter(stretch -> !stretch.isEmpty());
  }

  private String line(List<Point> stretch) {
    var path = new StringBuilder();
    stretch.forEach(point -> to(path, plane.x(point), plane.y(value(point).value())));
    return path.toString();
  }

  private String band(List<Point> stretch) {
    var known = stretch.stream().filter(ChartShapes::hasInterval).toList();
    if (known.size() < 2) {
      return "";
    }
    var path = new StringBuilder();
    known.forEach(point -> to(path, plane.x(point), plane.y(value(point).high())));
    known.reversed().forEach(point -> to(path, plane.x(point), plane.y(value(point).low())));
    return path.append('Z').toString();
  }

  private static boolean hasInterval(Point point) {
    return value(point).low() != null && value(point).high() != null;
  }

  private static void to(StringBuilder path, double x, double y) {
    path.append(path.isEmpty() ? "M" : "L").append(n(x)).append(' ').append(n(y));
  }

  private MarkAt mark(Point point) {
    var x = plane.x(point);
    var y = plane.y(value(point).value());
    return switch (value(point).mark()) {
      case MEASURED -> new MarkAt(circle(x, y, 3), "chart-mark", says(point));
      case INDICATIVE -> new MarkAt(circle(x, y, 3.5), "chart-mark chart-mark-hollow", says(point));
      case AT_LEAST -> new MarkAt(arrow(x, y), "chart-mark chart-mark-open", says(point));
    };
  }

  private String says(Point point) {
    return plane.words.period(point.from(), point.to())
        + ": "
        + plane.words.value(value(point).value(), plane.chart.unit());
  }

  private static String arrow(double x, double y) {
    return "M" + n(x - 5) + " " + n(y + 4) + "L" + n(x) + " " + n(y - 5) + "L" + n(x + 5) + " "
        + n(y + 4) + "Z";
  }

  private static String diamond(double x, double y, double r) {
    return "M" + n(x) + " " + n(y - r) + "L" + n(x + r) + " " + n(y) + "L" + n(x) + " " + n(y + r)
        + "L" + n(x - r) + " " + n(y) + "Z";
  }

  private static String circle(double x, double y, double radius) {
    var half = "a" + n(radius) + " " + n(radius) + " 0 1 0 ";
    return "M"
        + n(x - radius)
        + " "
        + n(y)
        + half
        + n(2 * radius)
        + " 0"
        + half
        + n(-2 * radius)
        + " 0";
  }
}
