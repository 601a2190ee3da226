package org.waymark.paste;

import java.util.List;

/**
 * All that was made of a text.
 *
 * @param tooMany line from which on nothing was read because there was too much at once; 0 when all
 *     was
 */
public record Reading(List<ReadGoal> goals, List<Outline.Unread> unread, int tooMany) {
  public Reading {
    goals = List.copyOf(goals);
    unread = List.copyOf(unread);
  }

  /** How many key results there are in all. */
  public int keyResults() {
    return goals.stream().mapToInt(goal -> goal.keyResults().size()).sum();
  }
}
