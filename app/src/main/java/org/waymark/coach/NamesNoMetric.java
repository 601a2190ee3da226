package org.waymark.coach;

import java.util.List;

/** Nothing in it is counted. A delivery is done or not, so there it only hints. */
final class NamesNoMetric implements Rule {
  @Override
  public String name() {
    return "NO_METRIC";
  }

  @Override
  public List<Finding> check(Understood goal) {
    boolean counted = goal.numeric() && !doing(goal);
    boolean named = doing(goal) ? goal.metric() != null : goal.namesQuantity();
    if (named && !goal.deliverable() || counted || goal.outcomeNumbers() > 0) {
      return List.of();
    }
    Severity severity = doing(goal) && !plain(goal) ? Severity.HINT : Severity.WARNING;
    return List.of(goal.missing(name(), severity, doing(goal) ? "activity" : ""));
  }

  private static boolean doing(Understood goal) {
    return goal.leads(VerbClass.MAKE, VerbClass.HOLD, VerbClass.DO);
  }

  private static boolean plain(Understood goal) {
    return !goal.deliverable() && !goal.numeric();
  }
}
