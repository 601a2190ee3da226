package org.waymark.measure;

import java.util.List;
import java.util.Optional;

/** What a set of items adds up to, in whole numbers only. Pooling sets is adding their tallies. */
public sealed interface Tally
    permits CountTally,
        SumTally,
        ShareTally,
        NpsTally,
        ScoreTally,
        OnTimeTally,
        DurationTally,
        RateTally,
        PeriodTally {

  /**
   * Both sets together; they have no item in common.
   *
   * @throws IllegalArgumentException when they are not of one kind
   */
  Tally plus(Tally other);

  /** Whether values were rounded to bound the size; see {@link DurationTally#bounded}. */
  default boolean approximate() {
    return false;
  }

  /** All together, or nothing of nothing. */
  static Optional<Tally> pool(List<Tally> tallies) {
    return tallies.stream().reduce(Tally::plus);
  }

  /** The exception for adding what does not belong together. */
  static IllegalArgumentException unlike(Tally one, Tally other) {
    return new IllegalArgumentException(
        one.getClass().getSimpleName()
            + " and "
            + other.getClass().getSimpleName()
            + " do not add up");
  }
}
