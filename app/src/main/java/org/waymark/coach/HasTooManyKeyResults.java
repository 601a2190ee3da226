package org.waymark.coach;

import java.util.List;

/** More than five key results, said by the sender or listed in the text as KR1, KR2 and so on. */
final class HasTooManyKeyResults implements Rule {
  private static final int MOST = 5;

  @Override
  public String name() {
    return "TOO_MANY_KEY_RESULTS";
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
    int listed = 0;
    Tokens tokens = goal.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.at(i).text();
      boolean numbered =
          word.length() > 2 && word.startsWith("kr") && Character.isDigit(word.charAt(2));
      boolean apart = word.equals("kr") && tokens.at(i + 1).number();
      listed += numbered || apart ? 1 : 0;
    }
    int all = Math.max(goal.statement().keyResults(), listed);
    return all > MOST ? List.of(goal.missing(name(), Severity.WARNING, "", all)) : List.of();
  }
}
