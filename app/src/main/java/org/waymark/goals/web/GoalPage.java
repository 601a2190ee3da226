package org.waymark.goals.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.GoalView;
import org.waymark.goals.KeyResultView;
import org.waymark.web.Change;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.LineChart;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;
import org.waymark.web.ScoreGauge;

/**
 * One goal with everything that belongs to it, in words, in the order in which its story is told.
 *
 * @param next what this reader should do now; absent when there is nothing
 * @param stand how far it has come
 * @param facts owner, cycle, unit and so on
 * @param contributesTo the goal it helps to reach, as far as the reader may know of it
 * @param drives the outcome goal it moves, likewise
 * @param contributing goals that contribute to it
 * @param drivenBy process goals that drive it
 * @param wanted what an outcome goal asks for while nothing drives it: the address of a form; empty
 *     where the reader may not write one; absent where nothing is missing
 * @param distance milestones done, of all there are; absent without milestones
 * @param happened check-ins and comments, newest first
 * @param history every change, newest first
 * @param agreement who was asked for support and what they say
 * @param review when it is looked at together
 */
public record GoalPage(
    GoalView view,
    @Nullable Next next,
    Stand stand,
    List<Fact> facts,
    @Nullable Other contributesTo,
    @Nullable Other drives,
    List<Other> contributing,
    List<Other> drivenBy,
    @Nullable String wanted,
    List<KeyResult> keyResults,
    @Nullable ProgressBar distance,
    List<Happened> happened,
    List<Past> history,
    List<Option> members,
    AgreementPart agreement,
    ReviewPart review,
    GoalNames names,
    Form form,
    Rights may) {

  public boolean mayStart() {
    return WholeGoal.mayStart(view, may);
  }

  /** Whether the one thing to do is done at this address. */
  public boolean nextIs(String address) {
    return next != null && next.address().equals(address);
  }

  /**
   * What this person may do here.
   *
   * @param commit commit to it although not everyone who was asked agrees
   * @param guide take it into the guide, as a draft
   */
  public record Rights(
      boolean change,
      boolean decide,
      boolean commit,
      boolean checkIn,
      boolean answer,
      boolean comment,
      boolean hold,
      boolean guide) {}

  /**
   * The one thing to do.
   *
   * @param posts whether it is done by sending a form, rather than by going somewhere
   */
  public record Next(String label, String address, boolean posts) {}

  /**
   * How far the goal has come.
   *
   * @param gauge its score against what counts as success; absent without key results
   * @param overall the same in a sentence: the mean never without the weakest and how many are
   *     measured
   * @param raw the raw progress, which may leave 0..1
   * @param later what later data make of a closed goal
   */
  public record Stand(
      @Nullable ScoreGauge gauge, String overall, @Nullable String raw, @Nullable String later) {}

  /**
   * A goal that this one serves or that serves it, in one line.
   *
   * @param bar absent while nothing of it is measured
   */
  public record Other(
      UUID id,
      String statement,
      String state,
      boolean atRisk,
      @Nullable ProgressBar bar,
      String measured) {}

  /**
   * One key result.
   *
   * @param aim from where to where, in one sentence
   * @param figure the number of now; absent while there is none
   * @param basis what that number rests on: interval, n and days
   * @param change how far it is from where it began; absent where that cannot be said
   * @param said what is known now, each a sentence; without a figure the first says why there is
   *     none
   * @param measure the metric and its statistic in words; absent where people tell the numbers
   * @param source where told numbers come from, in words; absent where nobody said
   * @param later what later data make of it, for a closed goal
   * @param risk why it is at risk
   * @param different what will be different from now on; absent where nobody said
   * @param whatIf its target and its day, to be moved in thought; absent where that makes no sense
   * @param outlook whether it will be reached if nothing changes; absent where nothing was said
   */
  public record KeyResult(
      KeyResultView view,
      String aim,
      @Nullable ProgressBar bar,
      @Nullable String figure,
      @Nullable String basis,
      @Nullable Change change,
      List<String> said,
      @Nullable String measure,
      @Nullable String source,
      @Nullable String later,
      @Nullable String risk,
      @Nullable String different,
      @Nullable Form whatIf,
      @Nullable Outlook outlook,
      @Nullable LineChart chart) {}

  /**
   * Whether a key result will be reached if nothing changes, in words.
   *
   * @param label easy to moonshot, in a word; absent while history is too short to tell
   * @param more the chance with what will be different, and the value that history alone reaches
   *     one time in three, where there are such
   * @param asks kind questions while nobody has started
   */
  public record Outlook(
      @Nullable String label, String says, List<String> more, List<String> asks) {}

  /**
   * A check-in or a comment.
   *
   * @param what what somebody did, in a few words
   * @param told value and confidence of a check-in
   * @param paragraphs the note or the comment
   * @param back the address to take it back at; absent where the reader may not
   */
  public record Happened(
      String by,
      String when,
      String machine,
      String what,
      List<String> told,
      List<String> paragraphs,
      @Nullable String evidence,
      @Nullable String back,
      boolean comment) {}

  /** One thing that was changed or decided. */
  public record Past(String at, String machine, String by, String what, List<String> changes) {}
}
