package org.waymark.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nobody could say afterwards whether it was met: no target, no thing delivered, and either nothing
 * that can be counted or only "improve". An objective may inspire, so there it points at what
 * measures it.
 */
final class IsVague implements Rule {
  @Override
  public String name() {
    return "VAGUE";
  }

  @Override
  public boolean judgesObjectives() {
    return true;
  }

  @Override
  public List<Finding> check(Understood goal) {
    boolean direction = goal.leads(VerbClass.BETTER) && goal.metric() != null;
    boolean judged = goal.numeric() || goal.deliverable() || held(goal);
    if (judged || (goal.namesQuantity() && !direction)) {
      return List.of();
    }
    Severity severity = goal.objective() ? Severity.HINT : Severity.WARNING;
    String words = goal.objective() ? "objective" : "";
    for (int i = 0; i < goal.tokens().size(); i++) {
      Phrases.@Nullable Found<String> word =
          goal.pack().phrases("vague words").at(goal.tokens(), i);
      if (word != null) {
        return List.of(
            goal.finding(
                name(),
                severity,
                words,
                word.first(),
                word.end(),
                goal.quote(word.first(), word.end())));
      }
    }
    Lead lead = goal.lead();
    return List.of(
        lead == null
            ? goal.missing(name(), severity, goal.objective() ? "objective.whole" : "whole")
            : goal.finding(
                name(),
                severity,
                words,
                lead.first(),
                lead.end(),
                goal.quote(lead.first(), lead.end())));
  }

  /** An event that was held or not. */
  private static boolean held(Understood goal) {
    Lead lead = goal.lead();
    return lead != null
        && lead.verb() == VerbClass.HOLD
        && goal.pack()
                .phrases("occasions")
                .in(goal.tokens(), lead.end(), goal.tokens().size())
                .size()
            > 0;
  }
}
