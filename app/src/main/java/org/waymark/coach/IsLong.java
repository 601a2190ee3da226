package org.waymark.coach;

import java.util.List;

/** More than two sentences. */
final class IsLong implements Rule {
  private static final int MOST = 2;

  @Override
  public String name() {
    return "LONG";
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
    List<Sentences.Span> all =
        Sentences.of(goal.statement().text(), goal.pack().words("abbreviations"));
    if (all.size() <= MOST) {
      return List.of();
    }
    return List.of(
        new Finding(
            name(),
            goal.objective() ? Severity.HINT : Severity.WARNING,
            "",
            all.get(MOST).start(),
            all.getLast().end(),
            List.of(all.size())));
  }
}
