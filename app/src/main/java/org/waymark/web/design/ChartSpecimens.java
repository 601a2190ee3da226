package org.waymark.web.design;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;
import org.waymark.web.LineChart.Better;
import org.waymark.web.LineChart.Guide;
import org.waymark.web.LineChart.Kind;
import org.waymark.web.LineChart.Mark;
import org.waymark.web.LineChart.Point;
import org.waymark.web.LineChart.Stop;
import org.waymark.web.LineChart.Value;

/** Charts of figures that are hard to draw: labels that would meet, gaps, bounds, few answers. */
record ChartSpecimens(Frame f) {
  private static final int YEAR = 2025;

  List<LineChart> all() {
    return List.of(rising(), falling(), gaps(), many(), nothing());
  }

  private LineChart rising() {
    var values =
        new double[] {78.4, 76.9, 74.2, 79.8, 82.5, 81.9, 83.3, 84.0, 85.7, 84.9, 88.2, 90.6};
    var points = new ArrayList<Point>();
    for (int month = 1; month <= 12; month++) {
      points.add(point(month, values[month - 1], 1.4, 600 + 31L * month, Mark.MEASURED));
    }
    return chart("rising", "percent", points, baseline(78.4, "percent"), level(90, "percent"))
        .better(Better.UP);
  }

  private LineChart falling() {
    var hours = new double[] {26.2, 30.1, 41.5, 38.0, 33.3, 31.7, 30.2, 28.8, 27.1, 26.4, 28.2, 31};
    var points = new ArrayList<Point>();
    for (int month = 1; month <= 12; month++) {
      var mark = month > 10 ? Mark.AT_LEAST : Mark.MEASURED;
      points.add(point(month, hours[month - 1] * 3600, 2.2 * 3600, 900, mark));
    }
    var path =
        new Guide(
            Kind.TARGET,
            text("target", f.w().value(21 * 3600, "seconds")),
            List.of(
                new Stop(first(1), 26.2 * 3600),
                new Stop(last(6), 25 * 3600),
                new Stop(last(12), 21 * 3600)));
    return chart("falling", "seconds", points, baseline(26.2 * 3600, "seconds"), path)
        .better(Better.DOWN);
  }

  private LineChart gaps() {
    return chart(
        "gaps",
        "points",
        List.of(
            point(1, -12, 8, 120, Mark.MEASURED),
            point(2, -4, 14, 24, Mark.INDICATIVE),
            point(3, 3, 9, 98, Mark.MEASURED),
            Point.gap(first(4), last(4), text("chart.few")),
            point(5, 11, 17, 19, Mark.INDICATIVE),
            Point.gap(first(6), last(6), text("chart.none")),
            point(7, 18, 6, 240, Mark.MEASURED),
            point(8, 21, 6, 260, Mark.MEASURED)),
        level(25, "points"));
  }

  private LineChart many() {
    var points = new ArrayList<Point>();
    for (var day = LocalDate.of(YEAR, 1, 6); day.getYear() == YEAR; day = day.plusDays(7)) {
      var cases = Math.rint(2300 + 800 * Math.sin(day.getDayOfYear() / 40.0));
      points.add(Point.of(day, day.plusDays(6), new Value(cases, null, null, null, Mark.MEASURED)));
    }
    return chart("many", "count", points);
  }

  private LineChart nothing() {
    return chart("nothing", "percent", List.of());
  }

  private LineChart chart(String id, String unit, List<Point> points, Guide... guides) {
    return new LineChart(
        "chart-" + id,
        text("chart." + id),
        text("chart." + id + ".says"),
        unit,
        points,
        List.of(guides),
        false);
  }

  private Guide baseline(double value, String unit) {
    var label = text("baseline", f.w().value(value, unit));
    return Guide.level(Kind.BASELINE, label, first(1), last(12), value);
  }

  private Guide level(double value, String unit) {
    var label = text("target", f.w().value(value, unit));
    return Guide.level(Kind.TARGET, label, first(1), last(12), value);
  }

  private static Point point(int month, double value, double half, long n, Mark mark) {
    var measured = new Value(value, value - half, value + half, n, mark);
    return Point.of(first(month), last(month), measured);
  }

  private static LocalDate first(int month) {
    return LocalDate.of(YEAR, month, 1);
  }

  private static LocalDate last(int month) {
    return YearMonth.of(YEAR, month).atEndOfMonth();
  }

  private String text(String key, Object... arguments) {
    return f.t().of("design." + key, arguments);
  }
}
