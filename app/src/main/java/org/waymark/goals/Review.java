package org.waymark.goals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a goal is looked at together, and when it was.
 *
 * @param next the day it is due; absent when none is to come
 * @param every how often it comes back, as an ISO 8601 period; absent when it does not
 * @param chosen whether somebody chose the day; otherwise it is 90 days after the start
 * @param held the reviews that took place, the latest first
 */
public record Review(
    @Nullable LocalDate next, @Nullable String every, boolean chosen, List<Held> held) {

  public Review {
    held = List.copyOf(held);
  }

  /**
   * A review that took place.
   *
   * @param due the day of the series that it was for
   * @param on the day it took place
   * @param by e-mail of who said so
   */
  public record Held(
      UUID id, LocalDate due, LocalDate on, String by, Instant at, @Nullable String note) {}

  /**
   * Which review is due next.
   *
   * @param goal with its state
   * @param done the day of the series that was held last; null when none was
   */
  static @Nullable LocalDate next(Goal goal, @Nullable LocalDate done) {
    if (goal.state() == State.WITHDRAWN) {
      return null;
    }
    ReviewSeries series = goal.reviews();
    LocalDate next = done == null ? series.first() : series.after(done);
    LocalDate last = last(goal);
    return next == null || (last != null && next.isAfter(last)) ? null : next;
  }

  /**
   * After a goal is closed it is looked at once more, on the next day of its series; null when the
   * series goes on.
   */
  static @Nullable LocalDate last(Goal goal) {
    LocalDate closed = goal.closedOn();
    if (goal.state() != State.CLOSED || closed == null) {
      return null;
    }
    ReviewSeries series = goal.reviews();
    LocalDate last = series.after(closed.minusDays(1));
    return last == null ? series.upTo(closed) : last;
  }
}
