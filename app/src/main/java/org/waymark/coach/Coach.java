package org.waymark.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a statement and gives advice. The same statement always gets the same advice. */
public final class Coach {
  private Coach() {}

  /** How many sentences a text has; abbreviations and decimals end none. */
  public static int sentences(String text, Locale language) {
    return Sentences.of(text, LanguagePack.of(language).words("abbreviations")).size();
  }

  /** The first sentence of a text; empty when it has none. */
  public static String firstSentence(String text, Locale language) {
    return Sentences.of(text, LanguagePack.of(language).words("abbreviations")).stream()
        .findFirst()
        .map(span -> text.substring(span.start(), span.end()))
        .orElse("");
  }

  /** What there is to say; never fails, whatever the text. */
  public static Advice advise(Statement statement) {
    Understood goal = new Understood(statement);
    List<Finding> findings = new ArrayList<>();
    List<String> off = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      boolean meant = !goal.objective() || rule.judgesObjectives();
      if (meant && rule.needsWords() && !goal.pack().speaks()) {
        off.add(rule.name());
      } else if (meant) {
        findings.addAll(rule.check(goal));
      }
    }
    return new Advice(findings, Smart.of(goal, findings), Recognised.in(goal), off);
  }
}
