package org.waymark.goals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a unit is asked what it wants to contribute to a goal.
 *
 * @param unit by its code of today
 * @param by e-mail of who asks
 * @param proposals goals of the unit, or of one below it, that contribute, as far as the reader may
 *     see them; one that is no longer a draft answers the call
 * @param refusal that the unit proposes nothing; absent while it has not said so
 */
public record Call(
    String unit,
    Instant at,
    String by,
    @Nullable String note,
    List<GoalView.Named> proposals,
    @Nullable Refusal refusal) {

  /**
   * That a unit proposes nothing, and why.
   *
   * @param by e-mail of whoever said so for it
   */
  public record Refusal(Instant at, String by, String reason) {}

  public Call {
    proposals = List.copyOf(proposals);
  }

  /** Whether the unit has proposed something. */
  public boolean answered() {
    return proposals.stream().anyMatch(goal -> goal.state() != State.DRAFT);
  }
}
