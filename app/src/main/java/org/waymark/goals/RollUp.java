package org.waymark.goals;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a goal's progress comes about: the mean of its key results' scores by their weights, each
 * part with what it brings. What is not measured brings nothing and is not taken for zero.
 *
 * @param weights the weights of the parts that have a score, added up
 * @param raw the same mean of the raw progress, which may leave 0..1; absent unless every part has
 *     one
 */
public record RollUp(
    List<Part> parts, double weights, GoalProgress progress, @Nullable Double raw) {

  /**
   * One key result's part.
   *
   * @param progress its progress that was rolled up
   * @param share what it brings to the mean: its score times its share of the weights; absent
   *     without a score
   */
  public record Part(KeyResultView keyResult, ProgressView progress, @Nullable Double share) {}

  public RollUp {
    parts = List.copyOf(parts);
  }

  /**
   * @param asOfNow of a closed goal, what later data make of it instead of what was scored
   */
  public static RollUp of(List<KeyResultView> keyResults, boolean asOfNow) {
    List<ProgressView> shown =
        keyResults.stream()
            .map(
                k ->
                    asOfNow
                        ? Objects.requireNonNullElse(k.wouldNowBe(), k.progress())
                        : k.progress())
            .toList();
    double weights = 0;
    double raw = 0;
    boolean everyRaw = !keyResults.isEmpty();
    for (int i = 0; i < shown.size(); i++) {
      double weight = keyResults.get(i).weight().doubleValue();
      Double way = shown.get(i).raw();
      weights += shown.get(i).score() == null ? 0 : weight;
      raw += way == null ? 0 : weight * way;
      everyRaw &= way != null;
    }
    double all = weights;
    List<Part> parts =
        IntStream.range(0, shown.size())
            .mapToObj(i -> part(keyResults.get(i), shown.get(i), all))
            .toList();
    GoalProgress progress =
        GoalProgress.of(
            parts.stream()
                .map(
                    part ->
                        new GoalProgress.Part(
                            part.keyResult().weight().doubleValue(), part.progress().score()))
                .toList());
    return new RollUp(parts, weights, progress, everyRaw ? raw / weights : null);
  }

  private static Part part(KeyResultView k, ProgressView progress, double weights) {
    Double score = progress.score();
    return new Part(k, progress, score == null ? null : k.weight().doubleValue() * score / weights);
  }
}
