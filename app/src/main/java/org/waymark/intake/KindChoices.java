package org.waymark.intake;

import org.waymark.measure.fact.Kind;

/** The kinds as words that people write. */
final class KindChoices {
  static final String ALL = "survey, case, order, claim, subscription, activity or tally";

  private KindChoices() {}

  static Kind read(String code) {
    for (Kind kind : Kind.values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new Refused("kind", Refused.quote(code) + " is not a kind: say " + ALL);
  }
}
