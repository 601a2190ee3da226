package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Foretold;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.ProgressView.ReadingView;
import org.waymark.web.LineChart;

/** Draws a key result's history with its baseline and its target. */
record KeyResultChart(GoalPhrases phrases) {

  /** Nothing while there is no history. */
  @Nullable LineChart of(KeyResultView k, LocalDate cycleStart) {
    List<LineChart.Point> points =
        k.history().stream().dropWhile(r -> r.value() == null).map(r -> point(k, r)).toList();
    boolean counted = k.rule().equals("counted");
    boolean told = k.metric() == null;
    if (counted && told) {
      points = summed(points);
    }
    if (points.isEmpty()) {
      return null;
    }
    LocalDate first = points.getFirst().from();
    LocalDate start = first.isBefore(cycleStart) ? cycleStart : first;
    LocalDate last = points.getLast().to();
    LocalDate end = k.due().isBefore(last) ? last : k.due();
    List<LineChart.Guide> guides = new ArrayList<>();
    BigDecimal baseline = k.baseline();
    if (baseline != null) {
      guides.add(
          LineChart.Guide.level(
              LineChart.Kind.BASELINE,
              text("goals.chart.baseline", phrases.baseline(k, baseline)),
              first,
              end,
              baseline.doubleValue()));
    }
    if (counted && !told) {
      // what one week brought is not to be compared with what all weeks shall bring
      guides.clear();
    } else if (k.target() instanceof BigDecimal target) {
      guides.add(guide(k, target, start, end));
    } else if (k.target() instanceof KeyResultView.Band band) {
      guides.add(guide(k, band.low(), start, end));
      guides.add(guide(k, band.high(), start, end));
    }
    return new LineChart(
            "kr-" + k.id(),
            text(
                !told ? "goals.chart.title" : counted ? "goals.chart.summed" : "goals.chart.told",
                k.name()),
            text("goals.chart.says", phrases.seen(k, k.progress().reading()), phrases.aim(k)),
            GoalPhrases.unit(k),
            points,
            guides,
            false)
        .better(LineChart.Better.of(k.direction()))
        .ahead(ahead(k, last));
  }

  /** Weeks to come of what was foretold; not those that have come since. */
  private static List<LineChart.Ahead> ahead(KeyResultView k, LocalDate last) {
    Foretold said = k.forecast();
    return said == null
        ? List.of()
        : said.path().stream()
            .filter(stop -> stop.day().isAfter(last))
            .map(
                stop ->
                    new LineChart.Ahead( // in the middle of its week, as those behind
                        stop.day().minusDays(3), stop.expected(), stop.low(), stop.high()))
            .toList();
  }

  /** Each value added to those before it. */
  private static List<LineChart.Point> summed(List<LineChart.Point> points) {
    List<LineChart.Point> sums = new ArrayList<>();
    double sum = 0;
    for (LineChart.Point point : points) {
      LineChart.Value value = point.value();
      if (value != null) {
        sum += value.value();
        sums.add(
            LineChart.Point.of(
                point.from(),
                point.to(),
                new LineChart.Value(sum, null, null, null, LineChart.Mark.MEASURED)));
      }
    }
    return sums;
  }

  private LineChart.Guide guide(
      KeyResultView k, BigDecimal target, LocalDate start, LocalDate end) {
    return LineChart.Guide.level(
        LineChart.Kind.TARGET,
        text("goals.chart.target", phrases.target(k, target)),
        start,
        end,
        target.doubleValue());
  }

  private LineChart.Point point(KeyResultView k, ReadingView r) {
    LocalDate from = r.from() == null ? k.due() : r.from();
    LocalDate to = r.to() == null ? from : r.to();
    Double value = r.value();
    if (value == null) {
      return LineChart.Point.gap(
          from,
          to,
          text("goals.gap." + r.state(), phrases.count(r.n()), phrases.count(r.needed())));
    }
    LineChart.Mark mark =
        r.state().equals("atLeast")
            ? LineChart.Mark.AT_LEAST
            : Boolean.TRUE.equals(r.indicative())
                ? LineChart.Mark.INDICATIVE
                : LineChart.Mark.MEASURED;
    return LineChart.Point.of(from, to, new LineChart.Value(value, r.low(), r.high(), r.n(), mark));
  }

  private String text(String key, Object... arguments) {
    return phrases.text(key, arguments);
  }
}
