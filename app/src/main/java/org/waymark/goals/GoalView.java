package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal with all that its page shows.
 *
 * @param progress of a closed goal as it was scored
 * @param wouldNowBe of a closed goal what later data make of it; otherwise absent
 * @param atRisk one of its key results is, now; never stored
 * @param invited whoever was asked for support, with their answers
 * @param calls units that are asked to propose something under it
 * @param review when it is looked at together
 * @param contributesToGoal the goal this one helps to reach, as far as the reader may know of it
 * @param drivesGoal the outcome goal this one drives, likewise
 * @param contributing goals that name this one as theirs to contribute to
 * @param drivenBy process goals that drive this one
 * @param comments what was said about it, newest first, at most {@value GoalDesk#MOST_COMMENTS}
 */
public record GoalView(
    @JsonUnwrapped Goal goal,
    GoalProgress progress,
    @Nullable GoalProgress wouldNowBe,
    boolean atRisk,
    List<Risk> risks,
    List<KeyResultView> keyResults,
    List<Step> steps,
    Milestones milestones,
    Agreed agreement,
    List<Act.Agreement> agreements,
    List<Call> calls,
    Review review,
    @Nullable Decision proposal,
    @Nullable Decision commitment,
    @Nullable Decision start,
    @Nullable Closure closure,
    @Nullable Decision withdrawal,
    @Nullable Related contributesToGoal,
    @Nullable Related drivesGoal,
    List<Related> contributing,
    List<Related> drivenBy,
    List<Comment> comments) {

  /** Distance travelled: so many of so many, and how many are still to go. */
  public record Milestones(int done, int of, int toGo) {}

  /**
   * How far those who were asked agree.
   *
   * @param cannotSupport how many cannot support it, also where that is settled
   * @param open of how many of these it is not settled
   * @param reached everyone invited was asked and has answered, nobody's lacking support is open,
   *     at least four fifths of the answers agree
   * @param missing what a draft or a proposal lacks to be agreed
   */
  public record Agreed(
      int asked,
      int answered,
      int agree,
      int concern,
      int cannotSupport,
      int open,
      boolean reached,
      List<Missing> missing) {
    static Agreed of(State state, List<Act.Agreement> said) {
      int answered = (int) said.stream().filter(one -> one.answer() != null).count();
      int agree = count(said, Act.Answer.AGREE);
      int concern = count(said, Act.Answer.CONCERN);
      int open = (int) said.stream().filter(Act.Agreement::objects).count();
      return new Agreed(
          said.size(),
          answered,
          agree,
          concern,
          count(said, Act.Answer.CANNOT_SUPPORT),
          open,
          !said.isEmpty()
              && answered == said.size()
              && open == 0
              && 100 * (agree + concern) >= Missing.SHARE * answered,
          Missing.of(state, said));
    }

    private static int count(List<Act.Agreement> said, Act.Answer answer) {
      return (int) said.stream().filter(one -> one.answer() == answer).count();
    }
  }

  /** Who decided, when and why. */
  public record Decision(Instant at, String by, @Nullable String reason) {
    static @Nullable Decision of(@Nullable Act act) {
      return act == null ? null : new Decision(act.at(), act.by(), act.reason());
    }
  }

  /** How it ended. */
  @Schema(name = "GoalClosed")
  public record Closure(
      Instant at, String by, Act.@Nullable Outcome outcome, @Nullable String learning) {
    static @Nullable Closure of(@Nullable Act act) {
      return act == null ? null : new Closure(act.at(), act.by(), act.outcome(), act.learning());
    }
  }

  /** Another goal, briefly. */
  public record Named(UUID id, String statement, State state) {}

  /** Another goal that this one serves or that serves it, with its newest measurements. */
  public record Related(
      UUID id,
      String statement,
      State state,
      Ambition ambition,
      GoalProgress progress,
      boolean atRisk) {}

  /** Why a key result is at risk. */
  public record Risk(UUID keyResult, String reason) {}
}
