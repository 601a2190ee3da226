package org.waymark.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over time, as a page describes it: periods, what was measured in each, and the lines to
 * compare with. It is drawn on the server and comes with its table and its CSV, so it needs no
 * script, prints, and can be read aloud. Scripts add reading values off it.
 *
 * @param id unique on the page
 * @param title what is shown, with the unit: "Resolution time, median per month"
 * @param says one sentence for those who do not see the drawing: where it began, where it is, where
 *     it should be
 * @param unit the unit of all values, as in readings
 * @param points in order of time; a period without a value is a gap, never a zero
 * @param guides baseline, target
 * @param fromZero whether the axis must begin at zero (counts and durations do so anyway)
 * @param better which way is better, so that the latest value can be judged
 * @param csv where the same figures are as CSV; null when the page itself carries them
 * @param ahead where it is likely to go from its last point on; empty where nothing was foretold
 */
public record LineChart(
    String id,
    String title,
    String says,
    String unit,
    List<Point> points,
    List<Guide> guides,
    boolean fromZero,
    Better better,
    @Nullable String csv,
    List<Ahead> ahead) {

  public LineChart {
    ahead = List.copyOf(ahead);
    points = List.copyOf(points);
    guides = List.copyOf(guides);
  }

  /** A chart that judges nothing and carries its own CSV. */
  public LineChart(
      String id,
      String title,
      String says,
      String unit,
      List<Point> points,
      List<Guide> guides,
      boolean fromZero) {
    this(id, title, says, unit, points, guides, fromZero, Better.NEITHER, null, List.of());
  }

  /** The same chart, its latest value judged by which way is better. */
  public LineChart better(Better way) {
    return new LineChart(id, title, says, unit, points, guides, fromZero, way, csv, ahead);
  }

  /** The same chart with its CSV at this address. */
  public LineChart csv(String address) {
    return new LineChart(id, title, says, unit, points, guides, fromZero, better, address, ahead);
  }

  /** The same chart with where it is likely to go. */
  public LineChart ahead(List<Ahead> days) {
    return new LineChart(id, title, says, unit, points, guides, fromZero, better, csv, days);
  }

  /** Which way people want the figure to go. */
  public enum Better {
    UP,
    DOWN,
    NEITHER;

    /** From the word of a metric or a key result: "up", "down", anything else is neither. */
    public static Better of(String way) {
      return way.equals("up") ? UP : way.equals("down") ? DOWN : NEITHER;
    }
  }

  /** How certain a value is. */
  public enum Mark {
    MEASURED,
    /** From few answers: drawn hollow. */
    INDICATIVE,
    /** A lower bound, because items are still open: drawn as an arrow upwards. */
    AT_LEAST
  }

  /**
   * One period. Both days are inclusive.
   *
   * @param value what was measured, or null for a gap
   * @param note why there is no value, or what to know about it; shown in the table
   * @param behind address of what made the value; null when there is nothing to see
   */
  public record Point(
      LocalDate from,
      LocalDate to,
      @Nullable Value value,
      @Nullable String note,
      @Nullable String behind) {
    public static Point of(LocalDate from, LocalDate to, Value value) {
      return new Point(from, to, value, null, null);
    }

    public static Point gap(LocalDate from, LocalDate to, String why) {
      return new Point(from, to, null, why, null);
    }

    /** The same point with the way to what made it. */
    public Point behind(@Nullable String address) {
      return new Point(from, to, value, note, address);
    }
  }

  /**
   * @param low lower end of the 95 % interval, or null where there is none
   * @param n how many items it rests on, or null where that makes no sense
   */
  public record Value(
      double value, @Nullable Double low, @Nullable Double high, @Nullable Long n, Mark mark) {
    public Value {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value is a number: " + value);
      }
    }

    /** Good at the target, bad when surely beyond the baseline; up is 1 where more is better. */
    private Verdict judged(double[] targets, double[] baselines, int up) {
      var onlyAtLeast = mark == Mark.AT_LEAST;
      if (targets.length == 1 && up * (value - targets[0]) >= 0 && !(onlyAtLeast && up < 0)) {
        return Verdict.GOOD;
      }
      var best = up > 0 ? high : onlyAtLeast ? null : low;
      var surely = best == null ? value : best;
      return baselines.length == 1 && up * (surely - baselines[0]) < 0 && !(onlyAtLeast && up > 0)
          ? Verdict.BAD
          : Verdict.UNKNOWN;
    }
  }

  /** A day to come: what is expected, and where the value lies four times in five. */
  public record Ahead(LocalDate day, double expected, double low, double high) {}

  /** What a guide stands for; decides its colour and dashes. */
  public enum Kind {
    BASELINE,
    TARGET,
    /** The target of one of several goals: drawn like a target for its days, but judges nothing. */
    AIM
  }

  /** Where a guide is on a day. */
  public record Stop(LocalDate day, double value) {}

  /**
   * A line to compare with, straight from stop to stop: a level, or a path of monthly steps. Its
   * label is written at its end: "Target 90 %".
   *
   * @param brief what is written at its end instead, where the label is a whole sentence; the key
   *     then says the label
   * @param stops at least two, in order of time
   */
  public record Guide(Kind kind, String label, @Nullable String brief, List<Stop> stops) {
    public Guide {
      stops = List.copyOf(stops);
      if (stops.size() < 2) {
        throw new IllegalArgumentException("a line has two ends");
      }
    }

    public Guide(Kind kind, String label, List<Stop> stops) {
      this(kind, label, null, stops);
    }

    /** Straight from one day's value to another's. */
    public Guide(Kind kind, String label, LocalDate from, double start, LocalDate to, double end) {
      this(kind, label, List.of(new Stop(from, start), new Stop(to, end)));
    }

    public static Guide level(Kind kind, String label, LocalDate from, LocalDate to, double value) {
      return new Guide(kind, label, from, value, to, value);
    }

    /** The part of it that lies on these days; null when none does. */
    public @Nullable Guide within(LocalDate from, LocalDate to) {
      var start = stops.getFirst().day().isBefore(from) ? from : stops.getFirst().day();
      var end = stops.getLast().day().isAfter(to) ? to : stops.getLast().day();
      if (!start.isBefore(end)) {
        return null;
      }
      var part = new ArrayList<Stop>();
      part.add(new Stop(start, on(start)));
      stops.stream()
          .filter(stop -> stop.day().isAfter(start) && stop.day().isBefore(end))
          .forEach(part::add);
      part.add(new Stop(end, on(end)));
      return new Guide(kind, label, brief, part);
    }

    /** What is written at its end. */
    String atItsEnd() {
      return brief == null ? label : brief;
    }

    boolean isLevel() {
      return stops.stream().mapToDouble(Stop::value).distinct().count() == 1;
    }

    double end() {
      return stops.getLast().value();
    }

    /** Its value on a day; before its first and after its last stop it stays level. */
    double on(LocalDate day) {
      var before = stops.getFirst();
      for (var stop : stops) {
        if (!stop.day().isBefore(day)) {
          var days = ChronoUnit.DAYS.between(before.day(), stop.day());
          var share = days == 0 ? 1 : ChronoUnit.DAYS.between(before.day(), day) / (double) days;
          return before.value() + (stop.value() - before.value()) * Math.clamp(share, 0, 1);
        }
        before = stop;
      }
      return end();
    }
  }

  public boolean hasIntervals() {
    return points.stream().anyMatch(point -> point.value() != null && point.value().low() != null);
  }

  public boolean has(Mark mark) {
    return points.stream().anyMatch(point -> point.value() != null && point.value().mark() == mark);
  }

  public boolean hasNumbers() {
    return points.stream().anyMatch(point -> point.value() != null && point.value().n() != null);
  }

  public boolean hasNotes() {
    return points.stream()
        .anyMatch(
            point ->
                point.note() != null
                    || point.value() != null && point.value().mark() != Mark.MEASURED);
  }

  /** Whether there is something behind a point. */
  public boolean leadsOn() {
    return points.stream().anyMatch(point -> point.behind() != null);
  }

  /** The last period that has a value, or null. */
  public @Nullable Point latest() {
    return points.stream()
        .filter(point -> point.value() != null)
        .reduce((one, next) -> next)
        .orElse(null);
  }

  /**
   * The latest value against target and baseline: good at its target, bad when all of its interval
   * lies on the wrong side of the baseline, and otherwise no judgement. Between two targets is
   * good.
   */
  public Verdict verdict() {
    var latest = latest();
    if (latest == null || latest.value() == null) {
      return Verdict.UNKNOWN;
    }
    var value = latest.value();
    var targets = levels(Kind.TARGET, latest.to());
    if (targets.length > 1) {
      return value.value() >= targets[0] && value.value() <= targets[targets.length - 1]
          ? Verdict.GOOD
          : Verdict.UNKNOWN;
    }
    var baselines = levels(Kind.BASELINE, latest.to());
    return switch (better) {
      case UP -> value.judged(targets, baselines, 1);
      case DOWN -> value.judged(targets, baselines, -1);
      case NEITHER -> Verdict.UNKNOWN;
    };
  }

  private double[] levels(Kind kind, LocalDate day) {
    return guides.stream()
        .filter(guide -> guide.kind() == kind)
        .mapToDouble(guide -> guide.on(day))
        .sorted()
        .toArray();
  }

  /** The drawing for a wide place. */
  public ChartDrawing large(Words words) {
    return ChartDrawing.of(this, words, 760, 260);
  }

  /** The drawing for half a page. */
  public ChartDrawing medium(Words words) {
    return ChartDrawing.of(this, words, 520, 250);
  }

  /** The drawing for a phone: the same figures, fewer ticks, letters as large. */
  public ChartDrawing small(Words words) {
    return ChartDrawing.of(this, words, 330, 230);
  }

  /** Where its figures are as CSV: an address of ours, or one that holds the file itself. */
  public String file() {
    return csv == null ? new ChartFile(this).address() : csv;
  }
}
