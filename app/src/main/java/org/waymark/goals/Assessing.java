package org.waymark.goals;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Progress.Unscored;
import org.waymark.goals.Progress.Why;
import org.waymark.measurement.Period;

/**
 * Assesses key results: chooses the days, asks the source what is to be seen on them, finds
 * baseline and target, and applies the formula of the type. Nothing is stored here and nothing is
 * invented.
 *
 * @param cycle the days of the goal's cycle
 * @param today the day it is; only days before it are complete
 */
record Assessing(Period cycle, LocalDate today, DayOfWeek weekStart) {

  /** Where a key result's numbers come from. */
  interface Source {
    /**
     * What counts as the level now: these days taken together, or the latest that a person told.
     */
    Seen now(Period window);

    /** What is to be seen on these days taken together. */
    Seen pooled(Period days);

    /** The same for each of several stretches of days, in their order. */
    List<Seen> each(List<Period> days);

    /** Does a higher number serve the customer better? */
    boolean upwards();
  }

  Assessment assess(KeyResult keyResult, Source source, List<Progress.Milestone> milestones) {
    return switch (keyResult.type()) {
      case INCREASE, DECREASE, THRESHOLD -> level(keyResult, source);
      case KEEP_ABOVE, KEEP_BELOW, KEEP_WITHIN -> kept(keyResult, source);
      case CUMULATIVE -> counted(keyResult, source);
      case BINARY -> done(keyResult, source);
      case MILESTONE ->
          new Assessment(null, new Seen.Nothing(), null, null, Progress.milestones(milestones));
    };
  }

  /** The days that are pooled for this key result's level now. */
  Period window(KeyResult keyResult) {
    LocalDate yesterday = today.minusDays(1);
    LocalDate until = keyResult.due().isBefore(yesterday) ? keyResult.due() : yesterday;
    return switch (keyResult.span()) {
      case Span.Weeks weeks -> Span.completeWeeks(weeks.number(), until, weekStart);
      case Span.Cycle whole ->
          new Period(cycle.from(), until.isBefore(cycle.from()) ? cycle.from() : until);
    };
  }

  /**
   * The days a baseline is pooled from unless a key result names others: four complete weeks before
   * the cycle.
   */
  Period beforeTheCycle() {
    return Span.completeWeeks(4, cycle.from().minusDays(1), weekStart);
  }

  /** The weeks whose readings are due by now for a key result that wants to stay somewhere. */
  List<Period> due(KeyResult keyResult) {
    LocalDate yesterday = today.minusDays(1);
    LocalDate until = keyResult.due().isBefore(yesterday) ? keyResult.due() : yesterday;
    return switch (keyResult.span()) {
      case Span.Cycle whole ->
          until.isBefore(cycle.from()) ? List.of() : List.of(new Period(cycle.from(), until));
      case Span.Weeks weeks -> inSteps(Span.weeksWithin(cycle.from(), until, weekStart), weeks);
    };
  }

  /** What the baseline is: given, settled, or pooled from the data as they are known now. */
  Assessment.@Nullable Baseline baseline(KeyResult keyResult, Source source) {
    if (keyResult.baseline() != null) {
      return new Assessment.Baseline(keyResult.baseline(), null, null);
    }
    KeyResult.Settled settled = keyResult.settled();
    if (settled != null) {
      return new Assessment.Baseline(settled.baseline(), settled.days(), settled.n());
    }
    if (keyResult.measured() == null) {
      return null;
    }
    Period days = keyResult.baselineDays() == null ? beforeTheCycle() : keyResult.baselineDays();
    return switch (source.pooled(days)) {
      case Seen.Number number ->
          new Assessment.Baseline(BigDecimal.valueOf(number.level().value()), days, number.n());
      case Seen.AtLeast atLeast -> null;
      case Seen.TooFew tooFew -> null;
      case Seen.Nothing nothing -> null;
    };
  }

  /** The value to reach; nothing for a band, and where a change waits for its baseline. */
  static @Nullable BigDecimal target(KeyResult keyResult, Assessment.@Nullable Baseline baseline) {
    return switch (keyResult.target()) {
      case Target.Level level -> level.value();
      case Target.Change change -> {
        KeyResult.Settled settled = keyResult.settled();
        if (settled != null && settled.target() != null) {
          yield settled.target();
        }
        yield baseline == null ? null : change.from(baseline.value());
      }
      case Target.Band band -> null;
      case Target.Done done -> null;
    };
  }

  private Assessment level(KeyResult keyResult, Source source) {
    Period window = window(keyResult);
    Seen seen = source.now(window);
    Assessment.Baseline baseline = baseline(keyResult, source);
    BigDecimal target = target(keyResult, baseline);
    return new Assessment(
        window,
        seen,
        baseline,
        target,
        progress(keyResult, seen, baseline, target, source.upwards()));
  }

  private static Progress progress(
      KeyResult keyResult,
      Seen seen,
      Assessment.@Nullable Baseline baseline,
      @Nullable BigDecimal target,
      boolean metricUpwards) {
    if (target == null) {
      return new Unscored(seen instanceof Seen.Number ? Why.NO_BASELINE : why(seen), null);
    }
    double aim = target.doubleValue();
    boolean upwards =
        switch (keyResult.type()) {
          case INCREASE -> true;
          case DECREASE -> false;
          default ->
              baseline == null || baseline.value().compareTo(target) == 0
                  ? metricUpwards
                  : baseline.value().compareTo(target) < 0;
        };
    Formula reached = Formula.threshold(aim, upwards);
    Formula formula = keyResult.type().meansChange() ? way(keyResult, baseline, aim) : reached;
    return switch (seen) {
      case Seen.Number number -> {
        boolean met = reached.raw(number.level().value()) == 1;
        yield formula == null
            ? new Unscored(Why.NO_BASELINE, met)
            : Progress.of(formula, number.level(), met);
      }
      case Seen.AtLeast atLeast -> {
        Boolean met = certainlyMet(upwards, atLeast.value(), aim);
        yield formula == null
            ? new Unscored(Why.NO_BASELINE, met)
            : Progress.atLeast(formula, atLeast.value(), met);
      }
      case Seen.TooFew tooFew -> new Unscored(Why.TOO_FEW, null);
      case Seen.Nothing nothing -> new Unscored(Why.NO_DATA, null);
    };
  }

  /**
   * No way leads there without a baseline, nor from one that already lies at or beyond the target.
   */
  private static @Nullable Formula way(
      KeyResult keyResult, Assessment.@Nullable Baseline baseline, double aim) {
    if (baseline == null) {
      return null;
    }
    double start = baseline.value().doubleValue();
    boolean leadsThere = keyResult.type() == KeyResultType.INCREASE ? start < aim : start > aim;
    return leadsThere ? Formula.change(start, aim, keyResult.duration()) : null;
  }

  private static @Nullable Boolean certainlyMet(boolean upwards, double atLeast, double aim) {
    if (upwards) {
      return atLeast >= aim ? true : null;
    }
    return atLeast > aim ? false : null;
  }

  private Assessment kept(KeyResult keyResult, Source source) {
    Period window = window(keyResult);
    Assessment.Baseline baseline = baseline(keyResult, source);
    BigDecimal target = target(keyResult, baseline);
    Seen now = source.now(window);
    Inside inside = inside(keyResult, target);
    if (inside == null) {
      return new Assessment(window, now, baseline, null, new Unscored(Why.NO_BASELINE, null));
    }
    List<Period> due = due(keyResult);
    List<Seen> all = source.each(due);
    List<@Nullable Level> levels = new ArrayList<>();
    List<Assessment.Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      Level level = all.get(i) instanceof Seen.Number number ? number.level() : null;
      levels.add(level);
      stretches.add(
          new Assessment.Stretch(
              due.get(i), all.get(i), level == null ? null : inside.contains(level.value())));
    }
    return new Assessment(
        window, now, baseline, target, Progress.keeping(levels, inside), stretches);
  }

  private static @Nullable Inside inside(KeyResult keyResult, @Nullable BigDecimal target) {
    if (keyResult.target() instanceof Target.Band band) {
      return new Inside(band.low().doubleValue(), band.high().doubleValue());
    }
    if (target == null) {
      return null;
    }
    return keyResult.type() == KeyResultType.KEEP_ABOVE
        ? Inside.above(target.doubleValue())
        : Inside.below(target.doubleValue());
  }

  private Assessment counted(KeyResult keyResult, Source source) {
    Period window = window(keyResult);
    Seen seen = source.now(window);
    BigDecimal target = target(keyResult, null);
    if (target == null) {
      throw new IllegalStateException("a count needs a target of its own");
    }
    Progress progress =
        seen instanceof Seen.Number number
            ? Progress.of(
                Formula.counting(target.doubleValue()),
                number.level(),
                number.level().value() >= target.doubleValue())
            : new Unscored(why(seen), null);
    return new Assessment(window, seen, null, target, progress);
  }

  private Assessment done(KeyResult keyResult, Source source) {
    Seen seen = source.now(window(keyResult));
    Progress progress =
        seen instanceof Seen.Number number
            ? Progress.of(Formula.threshold(1, true), number.level(), number.level().value() >= 1)
            : new Unscored(why(seen), null);
    return new Assessment(null, seen, null, BigDecimal.ONE, progress);
  }

  private static Why why(Seen seen) {
    return seen instanceof Seen.TooFew ? Why.TOO_FEW : Why.NO_DATA;
  }

  /**
   * Weeks joined to stretches of the span's length, counted from the cycle's start; a rest is not
   * due yet.
   */
  private static List<Period> inSteps(List<Period> weeks, Span.Weeks span) {
    List<Period> stretches = new ArrayList<>();
    for (int i = 0; i + span.number() <= weeks.size(); i += span.number()) {
      stretches.add(new Period(weeks.get(i).from(), weeks.get(i + span.number() - 1).to()));
    }
    return stretches;
  }
}
