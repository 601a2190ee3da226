package org.waymark.goals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That something was decided about a goal, by whom and when; in force until it is taken back. */
public record Act(
    UUID id,
    Verb verb,
    Instant at,
    String by,
    @Nullable String reason,
    @Nullable Outcome outcome,
    @Nullable String learning) {

  /** What can be decided, in the order in which one follows the other. */
  public enum Verb {
    PROPOSAL,
    COMMITMENT,
    START,
    CLOSURE,
    WITHDRAWAL;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How a closed goal ended. */
  public enum Outcome {
    MET,
    MISSED;

    @com.fasterxml.jackson.annotation.JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What a member who was asked says to a goal.
   *
   * @param answer absent while they have not answered
   * @param reason why they are concerned or cannot support it
   */
  public record Agreement(
      String member, @Nullable Answer answer, @Nullable String reason, @Nullable Instant at) {}

  /** The three things that can be said. */
  public enum Answer {
    AGREE,
    /** Agrees, with a concern that is written down. */
    CONCERN,
    CANNOT_SUPPORT;

    @com.fasterxml.jackson.annotation.JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
