package org.waymark.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over time, as a page describes it: periods, what was measured in each, and the lines to
 * compare with. It is drawn on the server and comes with its table, so it needs no script, prints,
 * and can be read aloud.
 *
 * @param id unique on the page
 * @param title what is shown, with the unit: "Resolution time, median per month"
 * @param says one sentence for those who do not see the drawing: where it began, where it is, where
 *     it should be
 * @param unit the unit of all values, as in readings
 * @param points in order of time; a period without a value is a gap, never a zero
 * @param guides baseline, target
 * @param fromZero whether the axis must begin at zero (counts and durations do so anyway)
 */
public record LineChart(
    String id,
    String title,
    String says,
    String unit,
    List<Point> points,
    List<Guide> guides,
    boolean fromZero) {

  public LineChart {
    points = List.copyOf(points);
    guides = List.copyOf(guides);
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
   */
  public record Point(LocalDate from, LocalDate to, @Nullable Value value, @Nullable String note) {
    public static Point of(LocalDate from, LocalDate to, Value value) {
      return new Point(from, to, value, null);
    }

    public static Point gap(LocalDate from, LocalDate to, String why) {
      return new Point(from, to, null, why);
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
  }

  /** What a guide stands for; decides its colour and dashes. */
  public enum Kind {
    BASELINE,
    TARGET
  }

  /**
   * A straight line from one day's value to another's; the label is written at its end: "Target 90
   * %".
   */
  public record Guide(
      Kind kind, String label, LocalDate from, double start, LocalDate to, double end) {
    public static Guide level(Kind kind, String label, LocalDate from, LocalDate to, double value) {
      return new Guide(kind, label, from, value, to, value);
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

  /** The drawing for a wide place. */
  public ChartDrawing large(Words words) {
    return ChartDrawing.of(this, words, 760, 260);
  }

  /** The drawing for a phone: the same figures, fewer ticks, letters as large. */
  public ChartDrawing small(Words words) {
    return ChartDrawing.of(this, words, 340, 240);
  }
}
