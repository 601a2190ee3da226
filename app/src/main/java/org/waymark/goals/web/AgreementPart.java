package org.waymark.goals.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Option;

/**
 * What a goal's page shows of who supports it.
 *
 * @param shown whether there is anything to say about it
 * @param missing what is lacking for agreement, each a sentence
 * @param committed that somebody committed to it, with the reason that everyone can read
 * @param mine what the reader answered; absent when they were not asked or have not answered
 * @param waits whether the reader was asked and has not answered
 * @param people who can still be invited
 * @param units whose people can be invited, or which can be asked to propose something
 * @param calls units that are asked to propose something
 * @param mayCall whether the reader may ask more units
 */
public record AgreementPart(
    boolean shown,
    List<String> missing,
    @Nullable Committed committed,
    @Nullable Voice mine,
    boolean waits,
    List<Voice> voices,
    List<Option> people,
    List<Option> units,
    List<Called> calls,
    boolean mayCall) {

  /** That somebody committed to the goal. */
  public record Committed(String says, String machine, String when, @Nullable String reason) {}

  /**
   * What one member who was asked says.
   *
   * @param mark a shape and colour for it, as part/state knows them
   * @param asked who asked them, and as one of which unit
   * @param when they answered; absent while they have not
   * @param note that the goal has changed since, or that they have left
   * @param answer id of the answer, to reply to it; absent where there is nothing to reply to
   * @param own whether it is the reader's
   * @param open whether it is a concern or lacking support that is not settled
   * @param back address at which the invitation is taken back; absent where the reader may not
   */
  public record Voice(
      String who,
      String mark,
      String word,
      @Nullable String reason,
      String asked,
      @Nullable String when,
      @Nullable String machine,
      List<String> notes,
      @Nullable UUID answer,
      boolean own,
      boolean open,
      @Nullable String back,
      List<Reply> replies) {}

  /** What somebody said in reply to an answer. */
  public record Reply(String by, String when, String machine, String text) {}

  /**
   * A unit that is asked to propose something.
   *
   * @param says who asked it and when
   * @param proposals what it has proposed so far
   * @param mark a shape and colour for how it stands, as part/state knows them
   * @param word how it stands
   * @param propose the address of a form for a reader who belongs to it; absent for others
   * @param back address at which the call is taken back; absent where the reader may not
   * @param refusal that it proposes nothing, and why; absent while it has not said so
   * @param refuse address at which the reader says so for it; absent where they may not
   */
  public record Called(
      String code,
      String unit,
      String says,
      @Nullable String note,
      List<Proposed> proposals,
      String mark,
      String word,
      @Nullable String propose,
      @Nullable String back,
      @Nullable Refused refusal,
      @Nullable String refuse) {}

  /** That a unit proposes nothing, in words. */
  public record Refused(String says, String reason) {}

  /** A goal that answers a call. */
  public record Proposed(UUID id, String statement, String state) {}
}
