package org.waymark.goals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Per;
import org.waymark.measurement.Period;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;

/** What a metric measured for a key result, as a source of numbers. */
record ByMetric(Answers answers, KeyResult keyResult, MetricDefinition metric)
    implements Assessing.Source {

  /** Who is asked what the metric measured. */
  interface Answers {
    /** Null while it is not known yet; then there is nothing to be seen. */
    @Nullable Readings to(ReadingQuery query);
  }

  @Override
  public Seen now(Period window) {
    return pooled(window);
  }

  @Override
  public Seen pooled(Period days) {
    Readings readings = answers.to(query(days));
    return readings == null ? new Seen.Nothing() : seen(readings.single());
  }

  /** Weeks are asked for in one question; other stretches one by one. */
  @Override
  public List<Seen> each(List<Period> days) {
    if (days.isEmpty()) {
      return List.of();
    }
    if (days.stream().anyMatch(stretch -> stretch.days() != 7)) {
      return days.stream().map(this::pooled).toList();
    }
    Map<Period, Seen> weeks = new HashMap<>();
    Period whole = new Period(days.getFirst().from(), days.getLast().to());
    Readings readings = answers.to(query(whole).per(Per.WEEK));
    if (readings == null) {
      return days.stream().<Seen>map(week -> new Seen.Nothing()).toList();
    }
    for (PeriodReading item : readings.items()) {
      weeks.put(item.period(), seen(item.reading()));
    }
    List<Seen> all = new ArrayList<>();
    for (Period week : days) {
      Seen seen = weeks.get(week);
      all.add(seen == null ? pooled(week) : seen);
    }
    return all;
  }

  @Override
  public boolean upwards() {
    return metric.direction(statistic()) != Direction.DOWN;
  }

  Statistic statistic() {
    String code = measured().statistic();
    return code == null ? metric.statistic() : Statistic.of(code);
  }

  private ReadingQuery query(Period days) {
    Map<String, List<String>> filters = new HashMap<>(measured().filter());
    if (keyResult.unit() != null) {
      filters.put("unit", List.of(keyResult.unit().code()));
    }
    return ReadingQuery.pooled(metric.key(), measured().statistic(), days).where(filters);
  }

  private KeyResult.MeasuredBy measured() {
    KeyResult.MeasuredBy measured = keyResult.measured();
    if (measured == null) {
      throw new IllegalStateException("a key result without a metric is told by people");
    }
    return measured;
  }

  static Seen seen(Reading reading) {
    return switch (reading) {
      case Reading.Measured m ->
          new Seen.Number(
              new Level(m.value(), interval(m.low(), m.high())),
              m.n(),
              m.indicative(),
              m.numerator(),
              m.denominator());
      case Reading.AtLeast a -> new Seen.AtLeast(a.value(), a.n(), a.open());
      case Reading.TooFew t -> new Seen.TooFew(t.n(), t.needed());
      case Reading.NoData n -> new Seen.Nothing();
    };
  }

  private static Level.@Nullable Interval interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? null : new Level.Interval(low, high);
  }
}
