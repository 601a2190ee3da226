package org.waymark.guide.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Option;

/**
 * The fifth step.
 *
 * @param loads what owner and team carry with this goal
 * @param asked whose hours a week can be said here; absent where they are known or somebody else’s
 * @param moved what the key metric moved in its best quarters; absent where that is not known
 */
public record EffortPage(
    StepPage at,
    List<Option> members,
    List<Load> loads,
    @Nullable Option asked,
    @Nullable String moved) {

  /**
   * What one of them carries.
   *
   * @param mark good, watch, bad or unknown
   * @param says how full the week is, in words
   * @param basis of how many goals and hours
   */
  public record Load(String name, String mark, String says, String basis) {}
}
