package org.waymark.coach;

import java.util.List;

/** Words that the workspace has asked people not to use in goals. */
final class UsesJargon implements Rule {
  @Override
  public String name() {
    return "JARGON";
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
    return Phrases.of(goal.statement().jargon()).in(goal.tokens(), 0, goal.tokens().size()).stream()
        .map(
            word ->
                goal.finding(
                    name(),
                    Severity.WARNING,
                    "",
                    word.first(),
                    word.end(),
                    goal.quote(word.first(), word.end())))
        .toList();
  }
}
