package org.waymark.coach;

import java.util.List;

/**
 * No level to reach. A thing to deliver is its own target; a count of occasions held is one only in
 * a manner of speaking, so there it hints.
 */
final class NamesNoTarget implements Rule {
  @Override
  public String name() {
    return "NO_TARGET";
  }

  @Override
  public List<Finding> check(Understood goal) {
    if (goal.countsOccasions()) {
      return List.of(goal.missing(name(), Severity.HINT, "occasions"));
    }
    if (goal.numeric() || goal.deliverable()) {
      return List.of();
    }
    return List.of(goal.missing(name(), Severity.WARNING, ""));
  }
}
