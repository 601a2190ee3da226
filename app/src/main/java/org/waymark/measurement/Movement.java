package org.waymark.measurement;

import org.jspecify.annotations.Nullable;
import org.waymark.measure.Difference;
import org.waymark.measure.Reading;
import org.waymark.measure.change.Split;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.metric.Unit;
import org.waymark.measure.statistics.Interval;

/**
 * How a number moved from one period to another, and why, as far as that can be told.
 *
 * @param was the reading before
 * @param is the reading after
 * @param changeRange the 95 % interval of the whole change; null where nothing tells
 * @param by the dimension it is split by; null where nothing is split, or a total by none
 * @param proposed whether the dimension was proposed rather than asked for
 * @param split null where {@code state} says why
 * @param state split, or why there is none
 */
public record Movement(
    MetricDefinition metric,
    Statistic statistic,
    Period before,
    Period after,
    Reading was,
    Reading is,
    @Nullable Interval changeRange,
    @Nullable String by,
    boolean proposed,
    @Nullable Split split,
    State state) {

  /** Whether a change could be split. */
  public enum State {
    SPLIT,
    /** A quantile: those of the parts do not add up to that of the whole. */
    QUANTILE,
    /** Times of which some are still open: what has not ended has no place in a sum. */
    OPEN,
    /** The parts do not add up to the whole, as of customers, who may be in several of them. */
    NOT_ADDITIVE,
    /** One of the periods has no number. */
    NO_NUMBER,
    /** The items carry no dimension with more than one value. */
    UNDIVIDED,
    /** Of a part of the items; a dimension has to be chosen. */
    CHOOSE
  }

  public Unit unit() {
    return metric.unit(statistic);
  }

  /** After less before; null where a period has no number. */
  public @Nullable Double change() {
    return was instanceof Reading.Measured before && is instanceof Reading.Measured after
        ? (Double) (after.value() - before.value())
        : null;
  }

  /** Whether it is a count of periods of different length, of which only a day can be compared. */
  public boolean isPerDay() {
    return isLonger() && metric.measure() instanceof Measure.Count;
  }

  /** Whether one of the periods is longer, and that alone moves the number. */
  private boolean isLonger() {
    return before.days() != after.days() && metric.measure().growsWithDays();
  }

  /**
   * Whether the whole change is more than noise: by the formula that goes with the statistic, where
   * there is none by the interval of the change; null where neither tells. A longer period alone is
   * no change: a count is judged by the day then, and nothing tells of anything else that grows.
   */
  public @Nullable Boolean sure() {
    if (!(was instanceof Reading.Measured earlier) || !(is instanceof Reading.Measured later)) {
      return null;
    }
    Difference told =
        isPerDay()
            ? Difference.ofCounts(earlier.value(), before.days(), later.value(), after.days())
            : isLonger()
                ? Difference.UNTOLD
                : Difference.between(metric, statistic, earlier, later);
    return switch (told) {
      case SURE -> true;
      case NOISE -> false;
      case UNTOLD -> isLonger() ? null : leavesZeroOut(changeRange);
    };
  }

  /** Whether what really changed is more than noise; null where nothing tells. */
  public @Nullable Boolean reallySure() {
    return split == null ? null : leavesZeroOut(split.realRange());
  }

  Movement within(@Nullable Interval range) {
    return new Movement(
        metric, statistic, before, after, was, is, range, by, proposed, split, state);
  }

  Movement split(@Nullable String dimension, Split found) {
    return new Movement(
        metric,
        statistic,
        before,
        after,
        was,
        is,
        changeRange,
        dimension,
        proposed,
        found,
        State.SPLIT);
  }

  Movement unsplit(State why) {
    return new Movement(
        metric, statistic, before, after, was, is, changeRange, null, proposed, null, why);
  }

  private static @Nullable Boolean leavesZeroOut(@Nullable Interval range) {
    return range == null ? null : range.low() > 0 || range.high() < 0;
  }
}
