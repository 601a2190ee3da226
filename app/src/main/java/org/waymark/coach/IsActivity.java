package org.waymark.coach;

import java.util.List;

/** Says what the team will do, not what comes of it: a process goal, or a step of one. */
final class IsActivity implements Rule {
  @Override
  public String name() {
    return "ACTIVITY";
  }

  @Override
  public List<Finding> check(Understood goal) {
    Lead lead = goal.lead();
    boolean doing = goal.leads(VerbClass.MAKE, VerbClass.HOLD, VerbClass.DO);
    if (lead == null || !doing || goal.outcomeNumbers() > 0) {
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
