package org.waymark.web;

import static org.waymark.web.ChartPlane.LETTER;
import static org.waymark.web.ChartPlane.n;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.waymark.web.ChartDrawing.Tick;
import org.waymark.web.LineChart.Point;

/** What is written along the axes of a chart: values at the left, periods below. */
record ChartAxes(ChartPlane plane) {

  List<Tick> levels() {
    return plane.scale.ticks().stream()
        .map(tick -> new Tick(n(plane.y(tick)), n(plane.y(tick) + 4), plane.level(tick)))
        .toList();
  }

  /**
   * As many periods as can be written side by side, the latest always among them; of those that lie
   * close together, as days on which somebody told something may, only the later.
   */
  List<Tick> periods() {
    var points = plane.chart.points();
    if (points.isEmpty()) {
      return List.of();
    }
    var years = points.stream().map(point -> point.from().getYear()).distinct().count() > 1;
    var longest = points.stream().mapToInt(point -> label(point, years).length()).max().orElse(1);
    var room = Math.max(2, (int) ((plane.right - plane.left) / (LETTER * longest + 16)));
    var every = Math.max(1, (int) Math.ceil(points.size() / (double) room));
    var ticks = new ArrayList<Tick>();
    var taken = Double.POSITIVE_INFINITY;
    for (var i = points.size() - 1; i >= 0; i -= every) {
      var label = label(points.get(i), years);
      var half = LETTER * label.length() / 2;
      var at = Math.clamp(plane.x(points.get(i)), half, plane.width - half);
      if (at + half + 8 <= taken) {
        ticks.addFirst(new Tick(n(at), n(plane.height - 8.0), label));
        taken = at - half;
      }
    }
    return ticks;
  }

  private String label(Point point, boolean years) {
    var length = ChronoUnit.DAYS.between(point.from(), point.to()) + 1;
    if (length > 300) {
      return Integer.toString(point.from().getYear());
    }
    if (length > 80) {
      return plane.words.period(point.from(), point.to());
    }
    var pattern = length >= 28 ? (years ? "MMM yy" : "MMM") : "d MMM";
    return DateTimeFormatter.ofPattern(pattern, plane.words.locale()).format(point.from());
  }
}
