package org.waymark.goals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goals, each below the one it serves.
 *
 * @param top the goal whose branches these are; absent for all that were asked for
 * @param trees as many as one page holds, the company's first
 * @param next where to go on; absent at the end
 */
public record GoalForest(@Nullable Goal top, List<Tree> trees, @Nullable String next) {

  /**
   * One goal with what is below it.
   *
   * @param above the goal it serves, where that is not shown right above it
   * @param drives it is below that goal because it drives it, not because it contributes to it
   * @param stray it lives, is below the company, and serves no goal
   * @param below those that serve it, as far as they have room here
   * @param hidden how many goals below it have no room here
   */
  public record Tree(
      GoalLine line,
      GoalView.@Nullable Named above,
      boolean drives,
      boolean stray,
      List<Tree> below,
      int hidden) {}

  /** How many goals are shown. */
  public int size() {
    return size(trees);
  }

  private static int size(List<Tree> trees) {
    return trees.stream().mapToInt(tree -> 1 + size(tree.below())).sum();
  }
}
