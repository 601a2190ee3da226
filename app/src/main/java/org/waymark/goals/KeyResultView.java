package org.waymark.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.ProgressView.ReadingView;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Period;

/**
 * A key result with all that a page shows of it.
 *
 * @param definition version of the metric's definition that made the number; absent for told
 *     numbers
 * @param metricUnit what its numbers are counted in: percent, points, seconds, count and so on;
 *     absent for told numbers
 * @param direction up or down: which way is better, by what the type asks
 * @param baseline where the way begins, given or pooled; absent while it is not known
 * @param baselineFrom what the baseline was pooled from; absent when a person gave it
 * @param target a number, or {@code {"low", "high"}}; absent while a change waits for its baseline
 * @param changePercent the change that was asked for, when it was
 * @param evidence where the number comes from when people tell it; absent when nobody said
 * @param different what will be different from now on; absent where nobody said
 * @param window P4W, P1W or cycle
 * @param rule how the number becomes progress: linear, logarithmic, reached, kept, counted, done or
 *     milestones
 * @param progress of a closed goal as it was scored
 * @param wouldNowBe of a closed goal what later data make of it; otherwise absent
 * @param stretches of what is to be kept, the stretches of days that were due by now; of a closed
 *     goal empty, because only its score was kept
 * @param milestones the steps whose weights a milestone key result adds up
 * @param history week by week, or check-in by check-in
 * @param forecast where it will be if nothing changes; absent while nothing was said of it as it is
 *     asked now, and once its goal is closed
 */
public record KeyResultView(
    UUID id,
    UUID goal,
    int version,
    String name,
    @Nullable String metric,
    @Nullable String statistic,
    Map<String, List<String>> filter,
    @Nullable String unit,
    @Nullable Integer definition,
    String type,
    @Nullable String metricUnit,
    String direction,
    @Nullable BigDecimal baseline,
    @Nullable Pooled baselineFrom,
    @Nullable Object target,
    @Nullable BigDecimal changePercent,
    boolean duration,
    LocalDate due,
    BigDecimal weight,
    String window,
    @Nullable Evidence evidence,
    @Nullable Different different,
    String rule,
    ProgressView progress,
    @Nullable ProgressView wouldNowBe,
    List<Stretch> stretches,
    List<Mark> milestones,
    List<ReadingView> history,
    List<CheckIn> checkIns,
    @Nullable Foretold forecast) {

  /**
   * Days a baseline was pooled from.
   *
   * @param settled it holds from now on; otherwise it still follows the data
   */
  public record Pooled(LocalDate from, LocalDate to, @Nullable Long n, boolean settled) {}

  /**
   * Days in which the number was to be kept where it should be.
   *
   * @param inside whether it was; absent without a number, which counts as not kept
   */
  public record Stretch(ReadingView reading, @Nullable Boolean inside) {}

  /** A milestone that counts, and whether it is done now. */
  public record Mark(UUID step, boolean done) {}

  /** From low to high. */
  public record Band(BigDecimal low, BigDecimal high) {}

  /** Whether it asks for one value, so that another could be thought of. */
  public boolean movable() {
    return target instanceof BigDecimal && !rule.equals("done") && !rule.equals("milestones");
  }

  static KeyResultView of(
      Assessments.Assessed of,
      ProgressView now,
      SnapshotTable.@Nullable Snapshot scored,
      @Nullable Foretold forecast) {
    KeyResult k = of.keyResult();
    Assessment assessment = of.assessment();
    KeyResult.MeasuredBy by = k.measured();
    Assessment.Baseline baseline = assessment.baseline();
    BigDecimal start =
        scored != null ? scored.baseline() : baseline == null ? null : baseline.value();
    BigDecimal aim = scored != null ? scored.target() : assessment.target();
    return new KeyResultView(
        k.id(),
        k.goal(),
        k.version(),
        k.name(),
        by == null ? null : by.metric(),
        by == null ? null : by.statistic(),
        by == null ? Map.of() : by.filter(),
        k.unit() == null ? null : k.unit().code(),
        scored != null ? scored.definition() : of.metric() == null ? null : of.metric().version(),
        k.type().code(),
        unit(of),
        direction(of, start, aim),
        start,
        pooled(k, baseline),
        target(k, aim),
        k.target() instanceof Target.Change change ? change.percent() : null,
        k.duration(),
        k.due(),
        k.weight(),
        k.span().code(),
        k.evidence(),
        k.different(),
        rule(k, start, aim),
        scored == null ? now : scored.progress(),
        scored == null ? null : now,
        scored == null
            ? assessment.stretches().stream().map(KeyResultView::stretch).toList()
            : List.of(),
        of.milestones().stream().map(step -> new Mark(step.id(), step.done() != null)).toList(),
        of.history().stream().map(past -> ReadingView.of(past.days(), past.seen())).toList(),
        of.checkIns(),
        scored != null || forecast == null || forecast.version() != k.version() ? null : forecast);
  }

  private static Stretch stretch(Assessment.Stretch one) {
    return new Stretch(ReadingView.of(one.days(), one.seen()), one.inside());
  }

  private static String rule(
      KeyResult k, @Nullable BigDecimal baseline, @Nullable BigDecimal target) {
    return switch (k.type()) {
      case INCREASE, DECREASE ->
          baseline != null
                  && target != null
                  && baseline.compareTo(target) != 0
                  && Formula.change(baseline.doubleValue(), target.doubleValue(), k.duration())
                      instanceof Formula.Logarithmic
              ? "logarithmic"
              : "linear";
      case THRESHOLD -> "reached";
      case KEEP_ABOVE, KEEP_BELOW, KEEP_WITHIN -> "kept";
      case CUMULATIVE -> "counted";
      case BINARY -> "done";
      case MILESTONE -> "milestones";
    };
  }

  static @Nullable String unit(Assessments.Assessed of) {
    MetricDefinition metric = of.metric();
    if (metric != null && of.source() instanceof ByMetric byMetric) {
      return metric.unit(byMetric.statistic()).code();
    }
    boolean share = of.checkIns().stream().anyMatch(checkIn -> checkIn.denominator() != null);
    return of.keyResult().duration() ? "seconds" : share ? "percent" : null;
  }

  static String direction(
      Assessments.Assessed of, @Nullable BigDecimal baseline, @Nullable BigDecimal target) {
    boolean up =
        switch (of.keyResult().type()) {
          case INCREASE, KEEP_ABOVE, CUMULATIVE, MILESTONE, BINARY -> true;
          case DECREASE, KEEP_BELOW -> false;
          case KEEP_WITHIN -> of.source().upwards();
          case THRESHOLD ->
              baseline == null || target == null || baseline.compareTo(target) == 0
                  ? of.source().upwards()
                  : baseline.compareTo(target) < 0;
        };
    return up ? "up" : "down";
  }

  private static @Nullable Pooled pooled(KeyResult k, Assessment.@Nullable Baseline baseline) {
    if (baseline == null) {
      return null;
    }
    Period days = baseline.days();
    return days == null
        ? null
        : new Pooled(days.from(), days.to(), baseline.n(), k.settled() != null);
  }

  private static @Nullable Object target(KeyResult k, @Nullable BigDecimal target) {
    return k.target() instanceof Target.Band band ? new Band(band.low(), band.high()) : target;
  }

  /** The words with which this key result could be written down again. */
  static KeyResultWords words(KeyResult k) {
    KeyResult.MeasuredBy by = k.measured();
    Period days = k.baselineDays();
    return new KeyResultWords(
        k.name(),
        by == null ? null : by.metric(),
        by == null ? null : by.statistic(),
        by == null ? null : by.filter(),
        k.unit() == null ? null : k.unit().code(),
        k.type().code(),
        tree(k.baseline()),
        days == null ? null : new KeyResultWords.Days(days.from(), days.to()),
        switch (k.target()) {
          case Target.Level level -> tree(level.value());
          case Target.Change change -> tree(Map.of("changePercent", change.percent()));
          case Target.Band band -> tree(new Band(band.low(), band.high()));
          case Target.Done done -> null;
        },
        k.due(),
        tree(k.weight()),
        k.span().code(),
        k.evidence(),
        different(k.different()));
  }

  private static Different.@Nullable Words different(@Nullable Different said) {
    return said == null ? null : new Different.Words(said.what(), tree(said.worth()));
  }

  private static tools.jackson.databind.@Nullable JsonNode tree(@Nullable Object value) {
    return value == null ? null : org.waymark.platform.Json.mapper().valueToTree(value);
  }
}
