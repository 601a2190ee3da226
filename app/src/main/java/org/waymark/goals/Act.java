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
   * @param answer absent while they have not answered the proposal in force
   * @param reason why they are concerned or cannot support it
   * @param at when they answered
   * @param id of the answer, to reply to it
   * @param askedBy e-mail of who asked them
   * @param unit code of the unit as one of whose people they were asked; absent when asked by name
   * @param settled when they said that what they had against it is settled
   * @param changedSince the goal or one of its key results was changed after they answered
   * @param left they are no longer a member; whoever left without an answer is not waited for
   */
  public record Agreement(
      String member,
      @Nullable Answer answer,
      @Nullable String reason,
      @Nullable Instant at,
      @Nullable UUID id,
      Instant askedAt,
      String askedBy,
      @Nullable String unit,
      @Nullable Instant settled,
      boolean changedSince,
      boolean left) {

    /** With a concern or without. */
    public boolean agrees() {
      return answer == Answer.AGREE || answer == Answer.CONCERN;
    }

    /** They cannot support it, and that is not settled. */
    public boolean objects() {
      return answer == Answer.CANNOT_SUPPORT && settled == null;
    }

    /** They said something that others can respond to, and it is not settled. */
    public boolean open() {
      return answer != null && answer != Answer.AGREE && settled == null;
    }
  }

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

    static Answer of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
  }
}
