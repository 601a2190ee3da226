package org.waymark.goals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Goal;
import org.waymark.web.ScoreGauge;

/**
 * How a goal's progress comes about.
 *
 * @param scored of a closed goal what was kept when it was closed
 * @param later of a closed goal the same with the data of today
 */
public record RollUpPage(Goal goal, @Nullable ScoreGauge gauge, Sum scored, @Nullable Sum later) {

  /**
   * The parts and what they make.
   *
   * @param rule the weighted mean, written out; absent while no part has a score
   * @param raw the same mean of the raw progress
   */
  public record Sum(
      List<Part> parts, @Nullable String rule, String overall, @Nullable String raw) {}

  /**
   * One key result, its numbers in its own unit.
   *
   * @param address where its own number explains itself
   * @param now the number, or why there is none
   * @param share what it brings to the mean
   */
  public record Part(
      String name,
      String address,
      String from,
      String now,
      String to,
      String raw,
      String score,
      String weight,
      String share) {}
}
