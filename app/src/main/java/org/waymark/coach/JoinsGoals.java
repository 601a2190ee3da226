package org.waymark.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two goals in one sentence: a second verb with its own object, or a second target. */
final class JoinsGoals implements Rule {
  /** "Help shops recover and become stronger": both verbs hang on the first. */
  private static final List<String> HELPING = List.of("help", "let", "enable", "allow", "empower");

  /** Words that begin a clause about the goal, not a second one. */
  private static final List<String> CLAUSES =
      List.of("who", "which", "that", "where", "whose", "when", "if", "while", "until", "because");

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
    boolean purpose = HELPING.contains(tokens.at(lead.first()).text());
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
            && (goal.pack().verbs().startsAt(tokens, at + 1)
                || tokens.at(at + 1).text().endsWith("ly"))
            && !tokens.at(at - 1).is("and");
    boolean by =
        (tokens.at(at).is("by") || tokens.at(at).is("through"))
            && tokens.at(at + 1).text().endsWith("ing");
    return to || by || CLAUSES.contains(tokens.at(at).text());
  }

  /** A verb in its base form that has an object, not "design and roll out a page". */
  private static boolean second(Understood goal, Phrases.Found<VerbClass> verb, int joint) {
    Tokens tokens = goal.tokens();
    String word = tokens.at(verb.first()).text();
    Lead lead = goal.lead();
    boolean sharedObject =
        lead != null && (joint <= lead.end() || verbsOnly(tokens, lead.end(), joint))
            || endsWithVerb(goal, joint);
    Token next = tokens.at(verb.end());
    boolean object = (next.word() || next.number() || next.is("#")) && !next.is("of");
    boolean determined = next.number() || goal.pack().words("determiners").contains(next.text());
    boolean noun = goal.pack().words("nounlike").contains(word);
    boolean moves =
        verb.value().changes()
            && next.word()
            && !List.of("in", "of", "by", "to", "for", "with").contains(next.text());
    return isBase(word) && !sharedObject && object && (!noun || determined || moves);
  }

  /** Neither "reducing" nor "reduced" nor "reduces"; "process" and "focus" are no such forms. */
  private static boolean isBase(String word) {
    boolean third = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return !third && !word.endsWith("ing") && !word.endsWith("ed");
  }

  /** "Recruit, retain, and develop people": single words between commas share what comes last. */
  private static boolean verbsOnly(Tokens tokens, int from, int joint) {
    for (int i = from; i < joint; i += 2) {
      boolean last = i == joint - 1;
      if (!tokens.at(i).is(",") || !last && !tokens.at(i + 1).word()) {
        return false;
      }
    }
    return from < joint;
  }

  /** "continue to enhance and expand services", "prepare for and respond to": no object so far. */
  private static boolean endsWithVerb(Understood goal, int joint) {
    Tokens tokens = goal.tokens();
    int at = tokens.at(joint - 1).is(",") ? joint - 2 : joint - 1;
    if (List.of("for", "to", "with", "on", "against").contains(tokens.at(at).text())) {
      at--;
    }
    String word = tokens.at(at).text();
    boolean verb = goal.pack().verbs().startsAt(tokens, at) && isBase(word);
    boolean listed = List.of(",", "to", "and", "will").contains(tokens.at(at - 1).text());
    return verb && (listed || !goal.pack().words("nounlike").contains(word));
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
