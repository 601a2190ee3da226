package org.waymark.goals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal's progress over its key results. The mean hides; so it never stands without the weakest
 * and without saying how many of them are measured at all.
 *
 * @param mean weighted mean of the scores there are, nothing if there are none
 * @param weakest the smallest of them
 * @param measured how many key results have a score
 * @param of how many key results there are
 */
public record GoalProgress(@Nullable Double mean, @Nullable Double weakest, int measured, int of) {

  /** One key result's part: its weight and its score, if it has one. */
  public record Part(double weight, @Nullable Double score) {}

  public static GoalProgress of(List<Part> parts) {
    double sum = 0;
    double weights = 0;
    double weakest = Double.POSITIVE_INFINITY;
    int measured = 0;
    for (Part part : parts) {
      Double score = part.score();
      if (score == null) {
        continue;
      }
      sum += part.weight() * score;
      weights += part.weight();
      weakest = Math.min(weakest, score);
      measured++;
    }
    return measured == 0
        ? new GoalProgress(null, null, 0, parts.size())
        : new GoalProgress(sum / weights, weakest, measured, parts.size());
  }

  /** Everything there is to know is known, so the mean may stand for the goal. */
  public boolean complete() {
    return measured == of && of > 0;
  }
}
