package org.waymark.guide.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Fact;
import org.waymark.web.RailStep;

/**
 * All answers before they are published.
 *
 * @param mistakes what is in the way, each with the step that mends it
 * @param differs whether the words name another target than the key metric
 * @param beyond whether a limit of the workspace is crossed, which asks for a reason
 * @param goal the goal it was earlier; absent while it never was one
 * @param lost whether that goal was changed elsewhere meanwhile, so that publishing was refused
 */
public record CheckPage(
    UUID id,
    List<RailStep> rail,
    List<Row> rows,
    List<Mistake> mistakes,
    boolean differs,
    boolean refused,
    boolean beyond,
    @Nullable UUID goal,
    boolean lost) {

  /** The same after publishing was refused, with what the goal says now. */
  CheckPage lost(List<Row> now) {
    return new CheckPage(
        id, rail, List.copyOf(now), mistakes, differs, refused, beyond, goal, true);
  }

  /**
   * One step and what was answered.
   *
   * @param theirs what the goal says now, where that is something else
   */
  public record Row(String step, String label, List<Fact> answers, List<Fact> theirs) {
    Row beside(List<Fact> now) {
      return new Row(step, label, answers, List.copyOf(now));
    }
  }

  /** Something in the way of publishing. */
  public record Mistake(String reason, String label, String address) {}
}
