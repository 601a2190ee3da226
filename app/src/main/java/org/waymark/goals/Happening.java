package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a goal.
 *
 * @param statement of the goal
 * @param keyResult the one it is about; absent for what happened to the goal as a whole
 * @param name of that key result
 * @param by e-mail of who did it; absent for what the data show
 * @param duration a told value is in seconds
 * @param outcome how a closed goal ended
 */
public record Happening(
    Instant at,
    What what,
    UUID goal,
    String statement,
    @Nullable UUID keyResult,
    @Nullable String name,
    @Nullable String by,
    boolean duration,
    @Nullable BigDecimal value,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable String note,
    Act.@Nullable Outcome outcome) {

  /** The kinds of things that people hear of. */
  public enum What {
    CHECK_IN,
    COMMENT,
    PROPOSAL,
    /** Somebody who was asked agrees. */
    AGREES,
    /** Somebody who was asked agrees, with a concern. */
    CONCERN,
    /** Somebody who was asked cannot support it. */
    CANNOT_SUPPORT,
    /** What somebody had against it is settled for them. */
    SETTLED,
    COMMITMENT,
    REVIEW,
    START,
    CLOSURE,
    /** What a metric measures now meets the target and did not before. */
    TARGET_REACHED,
    /** What a metric measures met the target and no longer does. */
    TARGET_LOST;

    @JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
