package org.waymark.goals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.Period;

/**
 * One key result as it was known at one moment: what was seen, over which days, and what it means.
 *
 * @param window the days that were pooled; absent for what is done or not done
 * @param baseline given, settled or pooled just now; absent where there is none
 * @param target the value to reach, resolved; absent where it is a band, or depends on a baseline
 *     that is not known
 * @param stretches of what is to be kept, each stretch of days that was due by now
 */
record Assessment(
    @Nullable Period window,
    Seen seen,
    @Nullable Baseline baseline,
    @Nullable BigDecimal target,
    Progress progress,
    List<Stretch> stretches) {

  Assessment {
    stretches = List.copyOf(stretches);
  }

  Assessment(
      @Nullable Period window,
      Seen seen,
      @Nullable Baseline baseline,
      @Nullable BigDecimal target,
      Progress progress) {
    this(window, seen, baseline, target, progress, List.of());
  }

  /**
   * Days in which a number was to be kept where it should be.
   *
   * @param inside whether it was; absent where there is no number, which counts as not kept
   */
  record Stretch(Period days, Seen seen, @Nullable Boolean inside) {}

  /**
   * Where the way begins.
   *
   * @param days the days it was pooled from; absent when a person gave the value
   * @param n how many interactions it rests on; absent when a person gave the value
   */
  record Baseline(BigDecimal value, @Nullable Period days, @Nullable Long n) {}

  /** The state in the API's words: measured, atLeast, tooFew, noData or noBaseline. */
  String state() {
    return switch (progress) {
      case Progress.Scored scored -> "measured";
      case Progress.Bounded bounded -> "atLeast";
      case Progress.Unscored unscored ->
          switch (unscored.why()) {
            case TOO_FEW -> "tooFew";
            case NO_DATA -> "noData";
            case NO_BASELINE -> "noBaseline";
          };
    };
  }
}
