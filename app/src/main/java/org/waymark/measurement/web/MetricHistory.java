package org.waymark.measurement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measurement.Aims;
import org.waymark.measurement.Period;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.Readings;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;
import org.waymark.web.LineChart.Guide;
import org.waymark.web.LineChart.Kind;

/**
 * The history of a metric with the lines of those who aim at it.
 *
 * @param days all days shown
 * @param aims those that look at the metric as it is shown
 */
record MetricHistory(Frame f, String title, Readings readings, Period days, List<Aims.Aim> aims) {

  /** Target lines in one drawing; more could not be told apart. */
  private static final int MOST_LINES = 6;

  /** Letters beside a drawing. */
  private static final int LONGEST = 24;

  /** A drawing reaches at most this part of its days into the future. */
  private static final int AHEAD = 3;

  /** The way to what made one period's number. */
  interface Behind {
    /** Null when there is nothing to see. */
    @Nullable String of(PeriodReading item);
  }

  /**
   * The drawing, its latest value judged when there is but one thing to reach.
   *
   * @param behind the way to the interactions of a period
   */
  LineChart chart(Behind behind) {
    return new LineChart(
            "history",
            title,
            sentence(),
            readings.unit().code(),
            readings.items().stream()
                .map(item -> Said.point(f, readings, item).behind(behind.of(item)))
                .toList(),
            guides().stream().limit(MOST_LINES).toList(),
            switch (readings.unit()) {
              case COUNT, SECONDS, QUANTITY, RATE -> true;
              case PERCENT, POINTS, SCALE -> false;
            })
        .better(LineChart.Better.of(readings.direction().code()));
  }

  boolean hasNumbers() {
    return readings.items().stream()
        .anyMatch(
            item ->
                item.reading() instanceof Reading.Measured
                    || item.reading() instanceof Reading.AtLeast);
  }

  /** How many lines found no room. */
  int leftOut() {
    return Math.max(0, guides().size() - MOST_LINES);
  }

  /** Where some goals want the number to be. */
  private record Wanted(String figure, List<String> goals) {}

  /** One line for each thing to be reached; goals that want the same share it. */
  private List<Guide> guides() {
    Map<List<LineChart.Stop>, Wanted> wanted = new LinkedHashMap<>();
    if (comparable()) {
      for (Aims.Aim aim : aims) {
        for (Aims.Line line : aim.lines()) {
          wanted
              .computeIfAbsent(line.stops(), first -> new Wanted(line.figure(), new ArrayList<>()))
              .goals()
              .add(aim.title());
        }
      }
    }
    Kind kind = aims.size() == 1 || wanted.size() == 1 ? Kind.TARGET : Kind.AIM;
    LocalDate until = days.to().plusDays(days.days() / AHEAD);
    List<Guide> guides = new ArrayList<>();
    wanted.forEach(
        (stops, one) -> {
          Guide part =
              new Guide(kind, label(one), brief(label(one)), stops).within(days.from(), until);
          if (part != null) {
            guides.add(part);
          }
        });
    return guides;
  }

  /** What grows with its days: a target for a quarter is no line for a month. */
  private boolean comparable() {
    return !readings.metric().measure().growsWithDays();
  }

  /** As much of a label as stands beside a drawing. */
  private static @Nullable String brief(String label) {
    return label.length() <= LONGEST ? null : label.substring(0, LONGEST - 1).strip() + "…";
  }

  private String label(Wanted wanted) {
    return wanted.goals().size() == 1
        ? f.t().of("metrics.page.aim.line", wanted.figure(), wanted.goals().getFirst())
        : f.t().of("metrics.page.aim.lines", wanted.figure(), wanted.goals().size());
  }

  private String sentence() {
    List<PeriodReading> measured =
        readings.items().stream()
            .filter(item -> item.reading() instanceof Reading.Measured)
            .toList();
    if (measured.isEmpty()) {
      return f.t().of("metrics.page.chart.nothing", title);
    }
    PeriodReading first = measured.getFirst();
    PeriodReading last = measured.getLast();
    return f.t()
        .of(
            "metrics.page.chart.says",
            title,
            f.w().period(first.period().from(), first.period().to()),
            Objects.toString(Said.of(f, readings, first.reading()).figure()),
            f.w().period(last.period().from(), last.period().to()),
            Objects.toString(Said.of(f, readings, last.reading()).figure()));
  }
}
