package org.waymark.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    boolean keeps = lead != null && lead.verb() == VerbClass.KEEP && !goesOnChanging(goal, lead);
    if (lead == null || !(keeps || holdsLevel)) {
      return List.of();
    }
    return List.of(
        goal.finding(
            name(),
            Severity.HINT,
            "",
            lead.first(),
            lead.end(),
            goal.quote(lead.first(), lead.end())));
  }

  /** "Continue to promote and improve": what goes on is a change. */
  private static boolean goesOnChanging(Understood goal, Lead lead) {
    Tokens tokens = goal.tokens();
    int at = lead.end();
    boolean changes = false;
    while (List.of("to", "and", ",").contains(tokens.at(at).text())) {
      Phrases.@Nullable Found<VerbClass> next = goal.pack().verbs().at(tokens, at + 1);
      changes |= next != null && next.value().changes();
      at = next == null ? at + 1 : next.end();
    }
    return changes;
  }
}
