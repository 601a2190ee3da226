package org.waymark.coach;

import java.util.List;

/** The team has answered that it can only watch the result. Without an answer nothing is said. */
final class LiesOutsideControl implements Rule {
  @Override
  public String name() {
    return "OUTSIDE_CONTROL";
  }

  @Override
  public boolean needsWords() {
    return false;
  }

  @Override
  public List<Finding> check(Understood goal) {
    return goal.statement().control() == Control.WATCH
        ? List.of(goal.missing(name(), Severity.WARNING, ""))
        : List.of();
  }
}
