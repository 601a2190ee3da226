package org.waymark.coach;

import java.util.List;

/** A level or a change without where it starts. What is delivered starts at nothing. */
final class NamesNoBaseline implements Rule {
  @Override
  public String name() {
    return "NO_BASELINE";
  }

  @Override
  public List<Finding> check(Understood goal) {
    Aim aim = goal.aim();
    boolean starts = aim.baseline() != null || goal.namesReference();
    if (!goal.numeric()
        || (goal.aim().target() == null && goal.aim().change() == null)
        || starts
        || goal.leads(VerbClass.KEEP)
        || fromNothing(goal)) {
      return List.of();
    }
    Quantity target = aim.target();
    Aim.Change change = aim.change();
    int first = target != null ? target.first() : change != null ? change.first() : 0;
    int last = target != null ? target.last() : change != null ? change.last() : 0;
    return List.of(
        goal.finding(name(), Severity.WARNING, "", first, last + 1, goal.quote(first, last + 1)));
  }

  /** "publish two articles", "gain 100 followers": whole things counted from zero. */
  private static boolean fromNothing(Understood goal) {
    Quantity target = goal.aim().target();
    if (target == null || goal.level(target)) {
      return false;
    }
    boolean made = goal.leads(VerbClass.MAKE, VerbClass.HOLD, VerbClass.DO, VerbClass.SERVE);
    boolean counted =
        !goal.leads(VerbClass.UP, VerbClass.DOWN, VerbClass.BETTER)
            && goal.metric() == null
            && !goal.namesQuantity();
    Lead lead = goal.lead();
    boolean gained =
        lead != null
            && List.of(
                    "gain",
                    "win",
                    "acquire",
                    "earn",
                    "attract",
                    "add",
                    "sell",
                    "generate",
                    "collect",
                    "save")
                .contains(goal.tokens().at(lead.first()).text());
    return made || counted || gained;
  }
}
