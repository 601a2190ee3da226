package org.waymark.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verb that says what a statement promises.
 *
 * @param first index of its first token
 * @param end index after its last token
 */
record Lead(VerbClass verb, int first, int end) {

  /** The verb at the head of the first clause, after a date and after "we will"; or null. */
  static @Nullable Lead of(Tokens tokens, LanguagePack pack, List<DateMention> dates) {
    int begin = afterPurpose(tokens, pack, head(tokens, pack, dates));
    @Nullable Lead lead = at(tokens, pack, begin, true);
    for (int i = begin; lead == null && i < tokens.size(); i++) {
      Token token = tokens.at(i);
      boolean auxiliary = token.word() && pack.words("auxiliaries").contains(token.text());
      if (auxiliary && !token.is("to") && !token.is("we") && !token.is("i")) {
        lead = at(tokens, pack, head(tokens, pack, i + 1), true);
      }
    }
    for (int i = begin + 1; lead == null && i < Math.min(tokens.size(), begin + 9); i++) {
      lead = late(tokens, pack, i);
    }
    return lead;
  }

  /** "To keep what we have, the desk will answer": what is promised stands behind the purpose. */
  private static int afterPurpose(Tokens tokens, LanguagePack pack, int begin) {
    if (begin == 0 || !tokens.at(begin - 1).is("to")) {
      return begin;
    }
    boolean comma = false;
    for (int i = begin; i < tokens.size() && !tokens.at(i).is("."); i++) {
      comma |= tokens.at(i).is(",");
      if (comma && (tokens.at(i).is("will") || tokens.at(i).is("shall"))) {
        return head(tokens, pack, i + 1);
      }
    }
    return begin;
  }

  private static int head(Tokens tokens, LanguagePack pack, List<DateMention> dates) {
    int at = 0;
    for (DateMention date : dates) {
      boolean early = date.first() - at <= 5 && leadsToDate(tokens, pack, at);
      if (early && date.first() >= at) {
        at = date.last() + 1;
      }
    }
    return head(tokens, pack, at);
  }

  private static boolean leadsToDate(Tokens tokens, LanguagePack pack, int at) {
    return pack.phrases("due triggers").startsAt(tokens, at);
  }

  /** Passes over signs, numbering, adverbs and auxiliaries. */
  private static int head(Tokens tokens, LanguagePack pack, int from) {
    int at = from;
    while (at < tokens.size()) {
      Token token = tokens.at(at);
      boolean sign = !token.word() && !token.number();
      boolean numbering =
          token.number() && List.of(")", ".", ":").contains(tokens.at(at + 1).text());
      boolean filler = filler(tokens, pack, at);
      if (!sign && !numbering && !filler) {
        return at;
      }
      Phrases.@Nullable Found<String> words = pack.phrases("auxiliaries").at(tokens, at);
      at = words == null ? at + 1 : words.end();
    }
    return from;
  }

  private static boolean filler(Tokens tokens, LanguagePack pack, int at) {
    return pack.words("adverbs").contains(tokens.at(at).text())
        || pack.phrases("auxiliaries").startsAt(tokens, at)
        || (tokens.at(at).text().endsWith("ly")
            && tokens.at(at).text().length() > 4
            && !pack.verbs().startsAt(tokens, at));
  }

  private static @Nullable Lead at(Tokens tokens, LanguagePack pack, int index, boolean anyForm) {
    Phrases.@Nullable Found<VerbClass> found = pack.verbs().at(tokens, index);
    return found == null || !anyForm ? null : new Lead(found.value(), found.first(), found.end());
  }

  /** "5 folks complete the course", "each team has documented its KPIs", "plans are in place". */
  private static @Nullable Lead late(Tokens tokens, LanguagePack pack, int index) {
    String before = tokens.at(index - 1).text();
    String here = tokens.at(index).text();
    if ((here.equals("is") || here.equals("are"))
        && tokens.at(index + 1).is("in")
        && tokens.at(index + 2).is("place")) {
      return new Lead(VerbClass.MAKE, index, index + 3);
    }
    Phrases.@Nullable Found<VerbClass> found = pack.verbs().at(tokens, index);
    boolean after = tokens.at(index - 1).word() || before.equals(")");
    if (found == null || !after || pack.words("determiners").contains(before)) {
      return null;
    }
    boolean perfect =
        before.equals("has")
            || before.equals("have")
            || before.equals("is")
            || before.equals("are");
    boolean noun = pack.words("nounlike").contains(here) || here.endsWith("ing");
    boolean plain =
        !noun
            && !here.endsWith("ed")
            && found.value() != VerbClass.REACH
            && !List.of("of", "for", "in", "and", "with", "-", "to").contains(before);
    return perfect || plain ? new Lead(found.value(), found.first(), found.end()) : null;
  }
}
