package org.waymark.coach;

import java.util.List;

/** An objective with a target in it: numbers are for its key results. */
final class CarriesNumberInObjective implements Rule {
  @Override
  public String name() {
    return "NUMBER_IN_OBJECTIVE";
  }

  @Override
  public boolean needsWords() {
    return false;
  }

  @Override
  public boolean judgesObjectives() {
    return true;
  }

  @Override
  public List<Finding> check(Understood goal) {
    return !goal.objective()
        ? List.of()
        : goal.aim().all().stream()
            .limit(1)
            .map(
                one ->
                    goal.finding(
                        name(),
                        Severity.HINT,
                        "",
                        one.first(),
                        one.last() + 1,
                        goal.quote(one.first(), one.last() + 1)))
            .toList();
  }
}
