package org.waymark.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.web.LineChart.Point;
import org.waymark.web.LineChart.Stop;
import org.waymark.web.LineChart.Value;

/** The plane of a chart: turns days and values into coordinates. */
final class ChartPlane {
  static final double TOP = 18;
  static final double BOTTOM = 26;

  /** About how wide a letter of an axis is, in the drawing's units. */
  static final double LETTER = 6.9;

  private static final int STEPS = 5;

  final LineChart chart;
  final Words words;
  final int width;
  final int height;
  final NiceScale scale;
  final double left;
  final double right;

  private final Words.Scale unit;
  private final LocalDate first;
  private final long days;

  /**
   * @param margin room at the right for labels
   */
  ChartPlane(LineChart chart, Words words, int width, int height, double margin) {
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
    var nice = NiceScale.covering(low, high, STEPS, unit.size());
    scale =
        chart.unit().equals("percent") ? nice.within(Math.min(0, low), Math.max(100, high)) : nice;
    var longest = scale.ticks().stream().mapToInt(tick -> level(tick).length()).max().orElse(1);
    left = 12 + LETTER * longest;
    right = width - margin;
    first = days(chart).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    var last = days(chart).max(LocalDate::compareTo).orElse(first);
    days = Math.max(1, ChronoUnit.DAYS.between(first, last) + 1);
  }

  double floor() {
    return height - BOTTOM;
  }

  /** The middle of a period. */
  double x(Point point) {
    var from = ChronoUnit.DAYS.between(first, point.from());
    var to = ChronoUnit.DAYS.between(first, point.to());
    return at((from + to + 1) / 2.0);
  }

  /** The middle of a day. */
  double x(LocalDate day) {
    return at(ChronoUnit.DAYS.between(first, day) + 0.5);
  }

  private double at(double day) {
    return left + (right - left) * day / days;
  }

  double y(double value) {
    var share = (value - scale.low()) / (scale.high() - scale.low());
    return floor() - (floor() - TOP) * share;
  }

  /** The end of an interval, cut off where the axis ends. */
  double y(@Nullable Double end) {
    return y(Math.clamp(Objects.requireNonNull(end), scale.low(), scale.high()));
  }

  /** A value of the axis as written beside it. */
  String level(double tick) {
    var number = words.number(tick / unit.size(), scale.decimals(unit.size()));
    return switch (chart.unit()) {
      case "percent" -> number + "\u00a0%";
      case "seconds" -> tick == 0 ? "0" : unit.label(number, words);
      default -> number;
    };
  }

  static Value value(Point point) {
    if (point.value() == null) {
      throw new IllegalStateException("a gap has no value");
    }
    return point.value();
  }

  static String n(double coordinate) {
    return SvgNumber.of(coordinate);
  }

  /**
   * All values that must be seen. Ends of intervals count, but never blow the axis up beyond three
   * times the values.
   */
  private static DoubleStream shown(LineChart chart) {
    var values =
        DoubleStream.concat(
                values(chart).mapToDouble(Value::value),
                chart.guides().stream()
                    .flatMap(guide -> guide.stops().stream())
                    .mapToDouble(Stop::value))
            .toArray();
    var low = DoubleStream.of(values).min().orElse(0);
    var high = DoubleStream.of(values).max().orElse(1);
    var room = Math.max(high - low, Math.max(Math.abs(high), Math.abs(low)) * 0.1);
    var ends =
        values(chart)
            .flatMap(value -> Stream.of(value.low(), value.high()).flatMap(Stream::ofNullable))
            .mapToDouble(end -> Math.clamp(end, low - room, high + room));
    var ahead =
        chart.ahead().stream()
            .flatMapToDouble(to -> DoubleStream.of(to.low(), to.high()))
            .map(end -> Math.clamp(end, low - room, high + room));
    return DoubleStream.concat(DoubleStream.of(values), DoubleStream.concat(ends, ahead));
  }

  private static Stream<Value> values(LineChart chart) {
    return chart.points().stream().flatMap(point -> Stream.ofNullable(point.value()));
  }

  private static Stream<LocalDate> days(LineChart chart) {
    return Stream.concat(chart.ahead().stream().map(LineChart.Ahead::day), drawn(chart));
  }

  private static Stream<LocalDate> drawn(LineChart chart) {
    return Stream.concat(
        chart.points().stream().flatMap(point -> Stream.of(point.from(), point.to())),
        chart.guides().stream().flatMap(guide -> guide.stops().stream()).map(Stop::day));
  }
}
