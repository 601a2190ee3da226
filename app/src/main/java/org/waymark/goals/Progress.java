package org.waymark.goals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a key result has come. Only {@link Scored} and a {@link Bounded} whose bounds meet have a
 * score; whatever is not known is a case of its own and never a zero. `met` says whether the target
 * itself is reached, where that is known.
 */
public sealed interface Progress {

  /** The score between 0 and 1, or nothing where none can be given. */
  @Nullable Double score();

  @Nullable Boolean met();

  /**
   * A number with its score.
   *
   * @param raw the formula's own result; it may leave 0..1 and so shows a regression or an
   *     overshoot
   * @param band the 95 % interval of the reading mapped through the same formula, then clamped to
   *     0..1
   */
  record Scored(double raw, @Nullable Band band, @Nullable Boolean met) implements Progress {
    @Override
    public Double score() {
      return clamp(raw);
    }
  }

  /**
   * The reading is only known to be at least some value, so the score is only known to lie in a
   * band.
   */
  record Bounded(Band band, @Nullable Boolean met) implements Progress {
    @Override
    public @Nullable Double score() {
      return band.low() == band.high() ? band.low() : null;
    }
  }

  /** No score, and why. */
  record Unscored(Why why, @Nullable Boolean met) implements Progress {
    @Override
    public @Nullable Double score() {
      return null;
    }
  }

  /** Why there is no score. */
  enum Why {
    TOO_FEW,
    NO_DATA,
    NO_BASELINE
  }

  /** From low to high, both between 0 and 1. */
  record Band(double low, double high) {
    public Band {
      if (!(0 <= low && low <= high && high <= 1)) {
        throw new IllegalArgumentException("a score band lies between 0 and 1");
      }
    }
  }

  /** The score of one level by one formula. */
  static Progress of(Formula formula, Level level, @Nullable Boolean met) {
    Level.Interval interval = level.interval();
    return new Scored(
        formula.raw(level.value()), interval == null ? null : band(formula, interval), met);
  }

  /** What is certain when the level is only known to be at least this. */
  static Progress atLeast(Formula formula, double level, @Nullable Boolean met) {
    double bound = clamp(formula.raw(level));
    return new Bounded(formula.rises() ? new Band(bound, 1) : new Band(0, bound), met);
  }

  /**
   * The share of due readings that lie inside; a missing reading is not inside. The band counts the
   * readings that are inside with their whole interval, and those that could be.
   *
   * @param due one entry for each reading that was due, null where it is missing
   */
  static Progress keeping(List<@Nullable Level> due, Inside inside) {
    if (due.isEmpty()) {
      return new Unscored(Why.NO_DATA, null);
    }
    int surely = 0;
    int in = 0;
    int perhaps = 0;
    for (@Nullable Level level : due) {
      if (level == null) {
        continue;
      }
      Level.Interval interval = level.interval();
      boolean here = inside.contains(level.value());
      in += here ? 1 : 0;
      surely += (interval == null ? here : inside.covers(interval)) ? 1 : 0;
      perhaps += (interval == null ? here : inside.touches(interval)) ? 1 : 0;
    }
    double all = due.size();
    return new Scored(in / all, new Band(surely / all, perhaps / all), in == due.size());
  }

  /** The weight of what is done / the weight of everything. */
  static Progress milestones(List<Milestone> milestones) {
    double all = milestones.stream().mapToDouble(Milestone::weight).sum();
    if (milestones.isEmpty() || all == 0) {
      return new Unscored(Why.NO_DATA, null);
    }
    double done = milestones.stream().filter(Milestone::done).mapToDouble(Milestone::weight).sum();
    boolean everything = milestones.stream().allMatch(Milestone::done);
    return new Scored(everything ? 1 : done / all, null, everything);
  }

  /** One mark on the way, with its share of the whole. */
  record Milestone(double weight, boolean done) {}

  private static Band band(Formula formula, Level.Interval interval) {
    double low = clamp(formula.raw(interval.low()));
    double high = clamp(formula.raw(interval.high()));
    return new Band(Math.min(low, high), Math.max(low, high));
  }

  private static double clamp(double raw) {
    return Math.min(1, Math.max(0, raw));
  }
}
