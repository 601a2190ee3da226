package org.waymark.guide.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.OutlookSaid;
import org.waymark.web.LineChart;
import org.waymark.web.Option;

/**
 * The fourth step.
 *
 * @param measures numbers that have data
 * @param types what can be asked of the number
 * @param outlook how likely the target is, if nothing changes
 * @param shown the number that is chosen; absent while none is
 */
public record MetricPage(
    StepPage at,
    List<Option> sources,
    List<Option> measures,
    List<Option> types,
    OutlookSaid outlook,
    @Nullable Shown shown) {

  /**
   * A number as it is measured now.
   *
   * @param baseline where the way begins and what that rests on
   * @param caution why to take it with care; absent when there is nothing to say
   * @param hint where a suggested target comes from
   * @param drag how a target is dragged on it; absent where its scale cannot be told
   * @param sentence from where to where by when; absent while no target is chosen
   */
  public record Shown(
      String title,
      String baseline,
      @Nullable String caution,
      String hint,
      @Nullable String sentence,
      @Nullable LineChart chart,
      @Nullable Drag drag) {}

  /**
   * How a target is read off the chart: two values with their places, and how a value is typed.
   *
   * @param places first value, its place from the top, second value, its place
   * @param one what one of the typed unit is in the chart's own, such as 86400 for days
   * @param word what is typed after the number; empty where the unit is known
   */
  public record Drag(String places, String one, String word) {}
}
