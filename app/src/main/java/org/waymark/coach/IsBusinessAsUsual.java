package org.waymark.coach;

import java.util.List;

/** Wants things to stay as they are: a KPI with a healthy band rather than a goal. */
final class IsBusinessAsUsual implements Rule {
  @Override
  public String name() {
    return "BAU";
  }

  @Override
  public List<Finding> check(Understood goal) {
    Lead lead = goal.lead();
    boolean holdsLevel =
        lead != null
            && goal.tokens().at(lead.first()).is("hold")
            && goal.metric() != null
            && goal.aim().target() != null
            && !goal.countsOccasions();
    if (lead == null || !(lead.verb() == VerbClass.KEEP || holdsLevel)) {
      return List.of();
    }
    return List.of(
        goal.finding(
            name(),
            Severity.WARNING,
            "",
            lead.first(),
            lead.end(),
            goal.quote(lead.first(), lead.end())));
  }
}
