package org.waymark.coach;

import java.util.List;

/** Neither the text nor a cycle says by when. */
final class NamesNoDate implements Rule {
  @Override
  public String name() {
    return "NO_DATE";
  }

  @Override
  public List<Finding> check(Understood goal) {
    return goal.statement().period() != null || goal.dueInText()
        ? List.of()
        : List.of(goal.missing(name(), Severity.WARNING, ""));
  }
}
