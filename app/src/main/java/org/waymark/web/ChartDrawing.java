package org.waymark.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.web.LineChart.Guide;
import org.waymark.web.LineChart.Mark;
import org.waymark.web.LineChart.Point;
import org.waymark.web.LineChart.Value;

/**
 * A {@link LineChart} as coordinates, ready for the template: everything is text that goes into an
 * attribute.
 *
 * @param width of the drawing in its own units; one unit is about one pixel
 * @param band the interval around the line, one closed path per unbroken stretch
 * @param whiskers intervals of values that stand alone between gaps
 * @param line one path per unbroken stretch
 */
public record ChartDrawing(
    int width,
    int height,
    List<Tick> levels,
    List<Tick> days,
    String left,
    String right,
    String floor,
    List<String> band,
    List<Stroke> whiskers,
    List<String> line,
    List<MarkAt> marks,
    List<Stroke> gaps,
    List<GuideLine> guides,
    @Nullable Label last) {

  /** A tick of an axis: where, and what is written there. */
  public record Tick(String at, String textAt, String label) {}

  public record Stroke(String x1, String y1, String x2, String y2) {}

  /** A mark as a small path, with its style and what it says when pointed at. */
  public record MarkAt(String path, String style, String says) {}

  public record GuideLine(String style, Stroke stroke, Label label) {}

  public record Label(String x, String y, String anchor, String text) {}

  static ChartDrawing of(LineChart chart, Words words, int width, int height) {
    return new Plot(chart, words, width, height).drawn();
  }

  /** The plane: turns days and values into coordinates. */
  private static final class Plot {
    private static final double TOP = 18;
    private static final double BOTTOM = 26;
    private static final double LETTER = 6.9;

    private final LineChart chart;
    private final Words words;
    private final int width;
    private final int height;
    private final Words.Scale unit;
    private final NiceScale scale;
    private final double left;
    private final double right;
    private final boolean beside;
    private final LocalDate first;
    private final long span;

    Plot(LineChart chart, Words words, int width, int height) {
      this.chart = chart;
      this.words = words;
      this.width = width;
      this.height = height;
      var low = shown(chart).min().orElse(0);
      var high = shown(chart).max().orElse(1);
      if (chart.fromZero() || chart.unit().equals("count") || chart.unit().equals("seconds")) {
        low = Math.min(low, 0);
      }
      unit = Words.Scale.of(chart.unit(), Math.max(Math.abs(low), Math.abs(high)));
      var nice = NiceScale.covering(low, high, height < 250 ? 4 : 5, unit.size());
      scale =
          chart.unit().equals("percent")
              ? nice.within(Math.min(0, low), Math.max(100, high))
              : nice;
      left =
          12
              + LETTER
                  * scale.ticks().stream().mapToInt(tick -> level(tick).length()).max().orElse(1);
      beside = width > 500;
      right =
          beside
              ? 20 + LETTER * Math.min(22, labelTexts().mapToInt(String::length).max().orElse(0))
              : 14;
      first = days().min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
      span =
          Math.max(
              1,
              ChronoUnit.DAYS.between(first, days().max(LocalDate::compareTo).orElse(first)) + 1);
    }

    ChartDrawing drawn() {
      var stretches = stretches();
      return new ChartDrawing(
          width,
          height,
          scale.ticks().stream()
              .map(tick -> new Tick(y(tick), n(yOf(tick) + 4), level(tick)))
              .toList(),
          dayTicks(),
          n(left),
          n(width - right),
          n(height - BOTTOM),
          stretches.stream()
              .filter(stretch -> stretch.size() > 1)
              .map(this::band)
              .filter(path -> !path.isEmpty())
              .toList(),
          stretches.stream()
              .filter(stretch -> stretch.size() == 1)
              .map(List::getFirst)
              .flatMap(this::whisker)
              .toList(),
          stretches.stream().filter(stretch -> stretch.size() > 1).map(this::line).toList(),
          marks(),
          chart.points().stream().filter(point -> point.value() == null).map(this::gap).toList(),
          guides(),
          last());
    }

    /**
     * All values that must be seen. Ends of intervals count, but never blow the axis up beyond
     * three times the values.
     */
    private static DoubleStream shown(LineChart chart) {
      var values =
          DoubleStream.concat(
                  chart.points().stream()
                      .flatMap(point -> Stream.ofNullable(point.value()))
                      .mapToDouble(Value::value),
                  chart.guides().stream()
                      .flatMapToDouble(guide -> DoubleStream.of(guide.start(), guide.end())))
              .toArray();
      var low = DoubleStream.of(values).min().orElse(0);
      var high = DoubleStream.of(values).max().orElse(1);
      var room = Math.max(high - low, Math.max(Math.abs(high), Math.abs(low)) * 0.1);
      var ends =
          chart.points().stream()
              .flatMap(point -> Stream.ofNullable(point.value()))
              .flatMap(value -> Stream.of(value.low(), value.high()).flatMap(Stream::ofNullable))
              .mapToDouble(Double::doubleValue)
              .map(end -> Math.clamp(end, low - room, high + room));
      return DoubleStream.concat(DoubleStream.of(values), ends);
    }

    private Stream<LocalDate> days() {
      return Stream.concat(
          chart.points().stream().flatMap(point -> Stream.of(point.from(), point.to())),
          chart.guides().stream().flatMap(guide -> Stream.of(guide.from(), guide.to())));
    }

    private List<List<Point>> stretches() {
      var stretches = new ArrayList<List<Point>>();
      var current = new ArrayList<Point>();
      for (var point : chart.points()) {
        if (point.value() != null) {
          current.add(point);
        } else if (!current.isEmpty()) {
          stretches.add(List.copyOf(current));
          current.clear();
        }
      }
      if (!current.isEmpty()) {
        stretches.add(List.copyOf(current));
      }
      return stretches;
    }

    private String line(List<Point> stretch) {
      var path = new StringBuilder();
      for (var point : stretch) {
        path.append(path.isEmpty() ? "M" : "L")
            .append(x(point))
            .append(' ')
            .append(y(value(point).value()));
      }
      return path.toString();
    }

    private String band(List<Point> stretch) {
      var known =
          stretch.stream()
              .filter(point -> value(point).low() != null && value(point).high() != null)
              .toList();
      if (known.size() < 2) {
        return "";
      }
      var path = new StringBuilder();
      for (var point : known) {
        path.append(path.isEmpty() ? "M" : "L")
            .append(x(point))
            .append(' ')
            .append(y(bound(value(point).high())));
      }
      for (var point : known.reversed()) {
        path.append('L').append(x(point)).append(' ').append(y(bound(value(point).low())));
      }
      return path.append('Z').toString();
    }

    private Stream<Stroke> whisker(Point alone) {
      var value = value(alone);
      return value.low() == null || value.high() == null
          ? Stream.empty()
          : Stream.of(
              new Stroke(x(alone), y(bound(value.low())), x(alone), y(bound(value.high()))));
    }

    private Stroke gap(Point point) {
      var floor = height - BOTTOM;
      return new Stroke(x(point), n(floor - 7), x(point), n(floor));
    }

    /**
     * Marks on every point while there are few; with many, only those that need a word of caution.
     */
    private List<MarkAt> marks() {
      var crowded = chart.points().size() > (width > 500 ? 40 : 16);
      return chart.points().stream()
          .filter(point -> point.value() != null)
          .filter(point -> !crowded || value(point).mark() != Mark.MEASURED)
          .map(this::mark)
          .toList();
    }

    private MarkAt mark(Point point) {
      var x = xOf(point);
      var y = yOf(value(point).value());
      var says =
          words.period(point.from(), point.to())
              + ": "
              + words.value(value(point).value(), chart.unit());
      return switch (value(point).mark()) {
        case MEASURED -> new MarkAt(circle(x, y, 3), "chart-mark", says);
        case INDICATIVE -> new MarkAt(circle(x, y, 3.5), "chart-mark chart-mark-hollow", says);
        case AT_LEAST ->
            new MarkAt(
                "M" + n(x - 5) + " " + n(y + 4) + "L" + n(x) + " " + n(y - 5) + "L" + n(x + 5) + " "
                    + n(y + 4) + "Z",
                "chart-mark chart-mark-open",
                says);
      };
    }

    private static String circle(double x, double y, double radius) {
      var r = n(radius);
      return "M"
          + n(x - radius)
          + " "
          + n(y)
          + "a"
          + r
          + " "
          + r
          + " 0 1 0 "
          + n(2 * radius)
          + " 0a"
          + r
          + " "
          + r
          + " 0 1 0 "
          + n(-2 * radius)
          + " 0";
    }

    private List<GuideLine> guides() {
      var lines = new ArrayList<GuideLine>();
      for (var guide : chart.guides()) {
        var flat = guide.start() == guide.end();
        lines.add(
            new GuideLine(
                guide.kind() == LineChart.Kind.TARGET ? "target" : "baseline",
                new Stroke(
                    n(flat ? left : xOf(guide.from())),
                    y(guide.start()),
                    n(flat ? width - right : xOf(guide.to())),
                    y(guide.end())),
                beside ? besideIt(yOf(guide.end()), guide.label()) : onIt(guide)));
      }
      return lines;
    }

    private @Nullable Label last() {
      var latest = latest();
      if (latest == null) {
        return null;
      }
      var y = yOf(value(latest).value());
      if (beside) {
        return besideIt(y, lastText(latest));
      }
      var guideAbove =
          chart.guides().stream()
              .anyMatch(guide -> y - yOf(guide.end()) > 4 && y - yOf(guide.end()) < 34);
      var above = y - 12 > TOP && !guideAbove;
      return new Label(
          n(Math.min(xOf(latest) + 4, width - 2)),
          n(above ? y - 11 : y + 20),
          "end",
          lastText(latest));
    }

    /** In the margin at the right, pushed down until no two labels meet. */
    private Label besideIt(double y, String text) {
      var place = TOP - 23;
      for (var height : labelHeights()) {
        place = Math.max(height, place + 15);
        if (height == y) {
          break;
        }
      }
      return new Label(n(width - right + 8), n(place + 4), "start", text);
    }

    private List<Double> labelHeights() {
      var heights = new ArrayList<Double>();
      chart.guides().forEach(guide -> heights.add(yOf(guide.end())));
      var latest = latest();
      if (latest != null) {
        heights.add(yOf(value(latest).value()));
      }
      heights.sort(Double::compare);
      return heights;
    }

    private Stream<String> labelTexts() {
      var latest = latest();
      return Stream.concat(
          chart.guides().stream().map(Guide::label),
          latest == null ? Stream.empty() : Stream.of(lastText(latest)));
    }

    /** On its line at the right; when two would meet, the lower line's label goes below it. */
    private Label onIt(Guide guide) {
      var end = yOf(guide.end());
      var below =
          chart.guides().stream().anyMatch(other -> other != guide && isJustAbove(other, guide));
      return new Label(n(width - right), n(below ? end + 15 : end - 6), "end", guide.label());
    }

    private boolean isJustAbove(Guide other, Guide guide) {
      var apart = yOf(guide.end()) - yOf(other.end());
      return apart >= 0 && apart < 16 && (apart > 0 || other.kind() == LineChart.Kind.TARGET);
    }

    private @Nullable Point latest() {
      return chart.points().stream()
          .filter(point -> point.value() != null)
          .reduce((one, next) -> next)
          .orElse(null);
    }

    private String lastText(Point latest) {
      return (value(latest).mark() == Mark.AT_LEAST ? "≥ " : "")
          + words.value(value(latest).value(), chart.unit());
    }

    private List<Tick> dayTicks() {
      if (chart.points().isEmpty()) {
        return List.of();
      }
      var years =
          chart.points().stream().map(point -> point.from().getYear()).distinct().count() > 1;
      var longest =
          chart.points().stream()
              .mapToInt(point -> dayLabel(point, years).length())
              .max()
              .orElse(1);
      var room = Math.max(2, (int) ((width - left - right) / (LETTER * longest + 16)));
      var every = Math.max(1, (int) Math.ceil(chart.points().size() / (double) room));
      var ticks = new ArrayList<Tick>();
      for (var i = (chart.points().size() - 1) % every; i < chart.points().size(); i += every) {
        var point = chart.points().get(i);
        ticks.add(new Tick(x(point), n(height - 8.0), dayLabel(point, years)));
      }
      return ticks;
    }

    private String dayLabel(Point point, boolean years) {
      var length = ChronoUnit.DAYS.between(point.from(), point.to()) + 1;
      if (length > 300) {
        return Integer.toString(point.from().getYear());
      }
      if (length > 80) {
        return words.period(point.from(), point.to());
      }
      var pattern = length >= 28 ? (years ? "MMM yy" : "MMM") : "d MMM";
      return DateTimeFormatter.ofPattern(pattern, words.locale()).format(point.from());
    }

    private String level(double tick) {
      var number = words.number(tick / unit.size(), scale.decimals(unit.size()));
      return switch (chart.unit()) {
        case "percent" -> number + "\u00a0%";
        case "seconds" -> tick == 0 ? "0" : unit.label(number, words);
        default -> number;
      };
    }

    private double bound(@Nullable Double end) {
      if (end == null) {
        throw new IllegalStateException("only intervals with both ends are drawn");
      }
      return Math.clamp(end, scale.low(), scale.high());
    }

    private static Value value(Point point) {
      if (point.value() == null) {
        throw new IllegalStateException("a gap has no value");
      }
      return point.value();
    }

    private String x(Point point) {
      return n(xOf(point));
    }

    private double xOf(Point point) {
      var middle =
          (ChronoUnit.DAYS.between(first, point.from())
                  + ChronoUnit.DAYS.between(first, point.to())
                  + 1)
              / 2.0;
      return left + (width - right - left) * middle / span;
    }

    private double xOf(LocalDate day) {
      return left + (width - right - left) * (ChronoUnit.DAYS.between(first, day) + 0.5) / span;
    }

    private String y(double value) {
      return n(yOf(value));
    }

    private double yOf(double value) {
      var share = (value - scale.low()) / (scale.high() - scale.low());
      return height - BOTTOM - (height - BOTTOM - TOP) * share;
    }

    private static String n(double coordinate) {
      return SvgNumber.of(coordinate);
    }
  }
}
