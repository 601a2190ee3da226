package org.waymark.goals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.CheckIn;
import org.waymark.goals.GoalView;
import org.waymark.goals.KeyResultView;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.LineChart;
import org.waymark.web.Option;
import org.waymark.web.ProgressBar;

/**
 * One goal with everything that belongs to it, in words.
 *
 * @param overall its progress in one sentence: the mean never without the weakest and how many are
 *     measured
 * @param later what later data make of a closed goal
 * @param facts cycle, unit, owner and so on
 */
public record GoalPage(
    GoalView view,
    @Nullable ProgressBar bar,
    String overall,
    @Nullable String later,
    List<Fact> facts,
    List<KeyResult> keyResults,
    List<Past> history,
    List<Option> members,
    GoalNames names,
    Form stepForm,
    Rights may) {

  /** What this person may do here. */
  public record Rights(boolean change, boolean decide, boolean checkIn, boolean answer) {}

  /**
   * One key result.
   *
   * @param aim from where to where, in one sentence
   * @param figure the number of now; absent while there is none
   * @param basis what that number rests on: interval, n and days
   * @param said what is known now, each a sentence; without a figure the first says why there is
   *     none
   * @param measure the metric and its statistic in words; absent where people tell the numbers
   * @param later what later data make of it, for a closed goal
   * @param risk why it is at risk
   */
  public record KeyResult(
      KeyResultView view,
      String aim,
      @Nullable ProgressBar bar,
      @Nullable String figure,
      @Nullable String basis,
      List<String> said,
      @Nullable String measure,
      @Nullable String later,
      @Nullable String risk,
      @Nullable LineChart chart,
      List<Told> checkIns) {}

  /** A check-in in words. */
  public record Told(CheckIn checkIn, String value) {}

  /** One thing that happened. */
  public record Past(String at, String by, String what, List<String> changes) {}
}
