package org.waymark.measurement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measure.change.Fraction;
import org.waymark.measure.change.Piece;
import org.waymark.measure.change.Pieces;
import org.waymark.measure.change.Split;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.statistics.Interval;
import org.waymark.measurement.Movement;
import org.waymark.measurement.Period;
import org.waymark.web.Frame;

/** Says in words why a number moved, with its uncertainty, or why that cannot be said. */
record WhyPhrases(Frame f, Movement moved) {

  /** The change with all its parts and what of it is no more than noise, in one sentence. */
  String says() {
    if (!(moved.was() instanceof Reading.Measured was)
        || !(moved.is() instanceof Reading.Measured is)) {
      return text("metrics.why.state." + moved.state());
    }
    Split split = moved.split();
    String before = figure(was.value());
    String after = figure(is.value());
    if (moved.statistic() == Statistic.Plain.COUNT && split != null) {
      return count(was.value(), is.value());
    }
    if (split == null) {
      return text("metrics.why.says.bare", before, after, judged());
    }
    String by = moved.by() == null ? "" : MetricLook.dimension(f, moved.by());
    return Pieces.isTotal(moved.statistic())
        ? text(
            by.isEmpty() ? "metrics.why.says.sum.whole" : "metrics.why.says.sum",
            before,
            after,
            judged(),
            change(split.volume()),
            change(split.mix()),
            by,
            change(split.real()))
        : text(
            "metrics.why.says",
            before,
            after,
            judged(),
            change(split.mix()),
            by,
            change(split.real()),
            real(split));
  }

  /** A count is volume alone; of periods of different length a day is compared. */
  private String count(double was, double is) {
    return moved.isPerDay()
        ? text(
            "metrics.why.says.count.days",
            figure(was),
            moved.before().days(),
            figure(is),
            moved.after().days(),
            change(is - was),
            f.w().number(was / moved.before().days(), 1),
            f.w().number(is / moved.after().days(), 1),
            sure(moved.sure()))
        : text("metrics.why.says.count", figure(was), figure(is), judged());
  }

  /** "−9.2 points, no more than noise". */
  private String judged() {
    return text(
        "metrics.why.judged",
        change(moved.change() == null ? 0 : moved.change()),
        sure(moved.sure()));
  }

  /** "95 % interval −11.0 to +15.1 points, no more than noise". */
  private String real(Split split) {
    Interval range = split.realRange();
    String sure = sure(moved.reallySure());
    return range == null
        ? sure
        : text("metrics.why.judged.range", change(range.low()), change(range.high()), sure);
  }

  private String sure(@Nullable Boolean sure) {
    return text("metrics.why." + (sure == null ? "untold" : sure ? "sure" : "noise"));
  }

  /** Why there is no split; null where there is, or where that is all there is to say. */
  @Nullable String reason() {
    return moved.split() == null && moved.change() != null
        ? text("metrics.why.state." + moved.state())
        : null;
  }

  /** What is asked above and not followed here: survey weights, and a moment in the past. */
  String otherwise() {
    return text("metrics.why.otherwise");
  }

  /** What the columns mean, and what moves no number by itself. */
  String how() {
    if (moved.statistic() == Statistic.Plain.COUNT) {
      return text("metrics.why.how.count");
    }
    return Pieces.isTotal(moved.statistic())
        ? text("metrics.why.how.sum")
        : moved.was() instanceof Reading.Measured was && moved.is() instanceof Reading.Measured is
            ? text("metrics.why.how", f.w().count(was.n()), Said.items(f, moved.metric(), is.n()))
            : "";
  }

  String days(Period days) {
    return f.w().period(days.from(), days.to());
  }

  /** What the numbers of the table are called: volume only of totals, real change of no count. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    if (Pieces.isTotal(moved.statistic())) {
      columns.add(text("metrics.why.volume"));
    }
    columns.add(text("metrics.why.mix"));
    if (moved.statistic() != Statistic.Plain.COUNT) {
      columns.add(text("metrics.why.real"));
    }
    columns.add(text("metrics.why.part"));
    return columns;
  }

  MetricPage.WhyRow row(Split.Row row, Map<String, String> names) {
    String value = row.of().value();
    String name =
        value == null
            ? text("metrics.why.few")
            : value.isEmpty() ? text("metrics.page.notStated") : names.getOrDefault(value, value);
    return new MetricPage.WhyRow(
        name,
        side(row.of().before()),
        side(row.of().after()),
        brought(
            row.volume().doubleValue(),
            row.mix().doubleValue(),
            row.real().doubleValue(),
            row.part().doubleValue()),
        false);
  }

  /** Those that found no row of their own. */
  MetricPage.WhyRow rest(List<Split.Row> rows) {
    return new MetricPage.WhyRow(
        text("metrics.why.rest", rows.size()),
        "–",
        "–",
        brought(
            rows.stream().mapToDouble(row -> row.volume().doubleValue()).sum(),
            rows.stream().mapToDouble(row -> row.mix().doubleValue()).sum(),
            rows.stream().mapToDouble(row -> row.real().doubleValue()).sum(),
            rows.stream().mapToDouble(row -> row.part().doubleValue()).sum()),
        false);
  }

  MetricPage.WhyRow whole(Split split) {
    return new MetricPage.WhyRow(
        text("metrics.why.whole"),
        side(split.before()),
        side(split.after()),
        brought(
            split.volume().doubleValue(),
            split.mix().doubleValue(),
            split.real().doubleValue(),
            split.change().doubleValue()),
        true);
  }

  private List<String> brought(double volume, double mix, double real, double part) {
    List<String> brought = new ArrayList<>();
    if (Pieces.isTotal(moved.statistic())) {
      brought.add(change(volume));
    }
    brought.add(change(mix));
    if (moved.statistic() != Statistic.Plain.COUNT) {
      brought.add(change(real));
    }
    brought.add(change(part));
    return brought;
  }

  /** "42.0 %, n = 150"; too few to be a number are only counted, as are counts. */
  private String side(Piece piece) {
    if (moved.statistic() == Statistic.Plain.COUNT) {
      return figure(piece.count());
    }
    String n = f.w().n(Math.round(piece.count()));
    Fraction value =
        piece.count() < MetricDefinition.LEAST
            ? null
            : Pieces.isTotal(moved.statistic()) ? piece.total() : piece.value();
    return value == null ? n : text("metrics.why.side", figure(value.doubleValue()), n);
  }

  private String figure(double value) {
    return switch (moved.unit()) {
      case SCALE, QUANTITY, RATE -> f.w().number(value, 2);
      case PERCENT, POINTS, SECONDS, COUNT -> f.w().value(value, moved.unit().code());
    };
  }

  private String change(Fraction change) {
    return change(change.doubleValue());
  }

  private String change(double change) {
    return f.w().change(change, moved.unit().code());
  }

  private String text(String key, Object... arguments) {
    return f.t().of(key, arguments);
  }
}
