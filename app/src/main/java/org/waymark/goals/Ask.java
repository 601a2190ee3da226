package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for one member.
 *
 * @param statement of the goal it is about
 * @param version of the goal as it stands
 * @param keyResultsVersion of the goal as it stands
 * @param cycle of the goal, by code
 * @param by e-mail of who asks; of a review of who owns the goal
 * @param at since when; absent for a review
 * @param text what they say: why they propose, what they reply, what they have against it
 * @param answer id of the answer it is about
 * @param said what that answer is
 * @param reason what the member themself had against the goal
 * @param unit code of the unit that is to propose something, or proposes nothing
 * @param on the day of the review
 */
public record Ask(
    What what,
    UUID goal,
    String statement,
    int version,
    int keyResultsVersion,
    String cycle,
    String by,
    @Nullable Instant at,
    @Nullable String text,
    @Nullable UUID answer,
    Act.@Nullable Answer said,
    @Nullable String reason,
    @Nullable String unit,
    @Nullable LocalDate on) {

  /** What is waited for. */
  public enum What {
    /** Their answer to a proposal. */
    ANSWER,
    /** Whether what they had against a goal is settled, since somebody has replied. */
    SETTLE,
    /** Their reply to what somebody has against a goal of theirs. */
    REPLY,
    /** A goal of their unit under another one. */
    PROPOSE,
    /** To be read: a unit they have asked proposes nothing. */
    REFUSAL,
    /** A review that is due. */
    REVIEW;

    @JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
