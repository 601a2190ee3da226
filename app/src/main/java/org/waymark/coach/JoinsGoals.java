package org.waymark.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two goals in one sentence: a second verb with its own object, or a second target. */
final class JoinsGoals implements Rule {
  @Override
  public String name() {
    return "COMPOUND";
  }

  @Override
  public List<Finding> check(Understood goal) {
    Lead lead = goal.lead();
    if (lead == null) {
      return List.of();
    }
    Tokens tokens = goal.tokens();
    boolean purpose = false;
    for (int i = lead.end() + 1; i < tokens.size(); i++) {
      Token token = tokens.at(i);
      if (token.is(".")) {
        break;
      }
      boolean joins =
          token.is("and")
              || token.is(";")
              || token.is("&")
              || token.is("then")
              || token.is("+") && !tokens.glued(i);
      purpose |= opensPurpose(goal, i);
      if (token.is(";")) {
        purpose = false;
      }
      if (joins && !purpose) {
        int next = token.is(";") && tokens.at(i + 1).is("and") ? i + 2 : i + 1;
        while (tokens.at(next).is("(")
            || tokens.at(next).is(")")
            || tokens.at(next).is("to")
            || tokens.at(next).number() && tokens.at(next + 1).is(")")) {
          next++;
        }
        Phrases.@Nullable Found<VerbClass> verb = goal.pack().verbs().at(tokens, next);
        if (verb != null && second(goal, verb, i)) {
          return List.of(finding(goal, i, verb.end()));
        }
      }
    }
    return targets(goal);
  }

  private static boolean opensPurpose(Understood goal, int at) {
    Tokens tokens = goal.tokens();
    boolean to =
        tokens.at(at).is("to")
            && goal.pack().verbs().startsAt(tokens, at + 1)
            && !tokens.at(at - 1).is("and");
    boolean by =
        (tokens.at(at).is("by") || tokens.at(at).is("through"))
            && tokens.at(at + 1).text().endsWith("ing");
    return to
        || by
        || List.of("who", "which", "that", "where", "whose").contains(tokens.at(at).text());
  }

  /** A verb in its base form that has an object, not "design and roll out a page". */
  private static boolean second(Understood goal, Phrases.Found<VerbClass> verb, int joint) {
    Tokens tokens = goal.tokens();
    String word = tokens.at(verb.first()).text();
    Lead lead = goal.lead();
    boolean form = word.endsWith("ing") || word.endsWith("ed");
    boolean sharedObject = lead != null && joint <= lead.end();
    Token next = tokens.at(verb.end());
    boolean object = next.word() || next.number() || next.is("#");
    boolean determined = next.number() || goal.pack().words("determiners").contains(next.text());
    boolean noun = goal.pack().words("nounlike").contains(word);
    boolean moves =
        verb.value().changes()
            && next.word()
            && !List.of("in", "of", "by", "to", "for", "with").contains(next.text());
    return !form && !sharedObject && object && (!noun || determined || moves);
  }

  /** "NPS by 20 % and revenue by 10 %". */
  private List<Finding> targets(Understood goal) {
    List<Quantity> all = goal.aim().all();
    Tokens tokens = goal.tokens();
    for (int i = 0; i + 1 < all.size(); i++) {
      Quantity one = all.get(i);
      Quantity two = all.get(i + 1);
      boolean apart = two.first() - one.last() > 3 && !one.bare() && !two.bare();
      for (int at = one.last() + 1; apart && at < two.first(); at++) {
        if (tokens.at(at).is("and") || tokens.at(at).is(";")) {
          return List.of(finding(goal, at, two.last() + 1));
        }
      }
    }
    return List.of();
  }

  private Finding finding(Understood goal, int first, int end) {
    return goal.finding(name(), Severity.HINT, "", first, end, goal.quote(first, end));
  }
}
