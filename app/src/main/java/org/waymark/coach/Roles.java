package org.waymark.coach;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what each number of a statement does there, by the words around it. */
final class Roles {
  private static final BigDecimal MONTH = BigDecimal.valueOf(28L * 86_400);

  private final Tokens tokens;
  private final LanguagePack pack;
  private final List<Quantity> quantities;
  private final @Nullable Lead lead;

  private Roles(Tokens tokens, LanguagePack pack, List<Quantity> quantities, @Nullable Lead lead) {
    this.tokens = tokens;
    this.pack = pack;
    this.quantities = quantities;
    this.lead = lead;
  }

  /** The roles of the quantities, in their order. */
  static List<Role> of(
      Tokens tokens, LanguagePack pack, List<Quantity> quantities, @Nullable Lead lead) {
    Roles reader = new Roles(tokens, pack, quantities, lead);
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      roles.add(reader.role(i));
    }
    reader.standards(roles);
    return roles;
  }

  private Role role(int index) {
    Quantity one = quantities.get(index);
    int before = before(one.first());
    if (name(one)) {
      return Role.NAME;
    }
    if (one.adjective() && one.dimension() == Dimension.DURATION) {
      boolean level =
          pack.words("response nouns").contains(tokens.at(one.last() + 1).text())
              && !(lead != null && lead.verb().changes());
      return level ? Role.TARGET : Role.WINDOW;
    }
    if (one.adjective() && one.dimension() == Dimension.COUNT) {
      return Role.NAME;
    }
    if (from(index, before)) {
      return Role.BASELINE;
    }
    if (one.dimension() == Dimension.DURATION) {
      return duration(one, before);
    }
    if (ends("window never", before) && one.dimension() == Dimension.COUNT) {
      return Role.WINDOW;
    }
    return selects(one, before) ? Role.SELECTOR : Role.TARGET;
  }

  /** The token before a number, past "at least", "about", "(" and the like. */
  private int before(int first) {
    int at = first - 1;
    while (at >= 0 && approximate(at)) {
      at--;
    }
    return at;
  }

  private boolean approximate(int at) {
    for (int back = 0; back < 3; back++) {
      Phrases.@Nullable Found<String> found = pack.phrases("approximate").at(tokens, at - back);
      if (at - back >= 0 && found != null && found.end() > at && !tokens.at(at).is("within")) {
        return true;
      }
    }
    return false;
  }

  private boolean ends(String section, int at) {
    for (int back = 0; back < 3 && at - back >= 0; back++) {
      Phrases.@Nullable Found<String> found = pack.phrases(section).at(tokens, at - back);
      if (found != null && found.end() == at + 1) {
        return true;
      }
    }
    return false;
  }

  private boolean name(Quantity one) {
    Token here = tokens.at(one.first());
    Token next = tokens.at(one.last() + 1);
    Token previous = tokens.at(one.first() - 1);
    int last = one.last();
    if (tokens.at(one.first() + 1).is("/")
        && here.is("24")
        && (tokens.at(one.first() + 2).is("7") || tokens.at(one.first() + 2).is("5"))) {
      return true;
    }
    if (tokens.glued(last + 1)
        && next.word()
        && List.of("st", "nd", "rd", "th").contains(next.text())) {
      return !tokens.at(last + 2).is("percentile");
    }
    boolean joined =
        previous.is("-") && tokens.glued(one.first()) && tokens.at(one.first() - 2).word();
    if (joined && here.word() && next.is("-")) {
      return true;
    }
    if (!one.bare() || here.word()) {
      return false;
    }
    boolean label =
        pack.words("labels").contains(previous.text())
            && !(previous.is("form") || tokens.at(one.first() - 2).is("a"));
    boolean code =
        previous.capital()
            && !next.word()
            && previous.text().length() <= 5
            && here.text().length() >= 1
            && !List.of("nps", "csat", "ces", "fcr", "sla", "roi").contains(previous.text())
            && previous.end() + 1 >= here.start()
            && !tokens.at(one.first() - 1).is("to");
    boolean rank = previous.is("#") && tokens.glued(one.first()) && !here.is("1");
    return label || code || joined || rank;
  }

  /** Whether it is the value things start from. */
  private boolean from(int index, int before) {
    Quantity one = quantities.get(index);
    boolean hasNext = index + 1 < quantities.size();
    if (hasNext) {
      Quantity next = quantities.get(index + 1);
      int gap = next.first() - one.last() - 1;
      boolean to = gap >= 1 && gap <= 4 && toBetween(one.last() + 1, next.first());
      boolean arrow =
          gap >= 1
              && gap <= 2
              && List.of("→", "⇒", "➔", "➜", ">").contains(tokens.at(next.first() - 1).text());
      boolean ascii =
          gap == 2 && tokens.at(one.last() + 1).is("-") && tokens.at(one.last() + 2).is(">");
      boolean led = tokens.at(before).is("from") || (lead != null && lead.verb().changes());
      boolean pairs = one.dimension() == next.dimension() || tokens.at(before).is("from");
      if (pairs && (arrow || ascii || (to && led))) {
        return true;
      }
    }
    if (tokens.at(before).is("from") && !tokens.at(one.last() + 1).is("to")) {
      return !hasNext || one.dimension() != Dimension.COUNT || index > 0;
    }
    int start = one.first() - 1;
    while (List.of("at", "(", ":", "of", "about", "is", "level", "around", "~", "the")
        .contains(tokens.at(start).text())) {
      start--;
    }
    boolean now =
        ends("now", start)
            && !tokens.at(start).is("from")
            && !(tokens.at(start).is("is") || tokens.at(start).is("at"));
    boolean after =
        List.of("today", "now", "currently", "baseline", "previously")
            .contains(tokens.at(one.last() + 1).text());
    boolean level =
        tokens.at(one.first() - 1).is("of")
            && (tokens.at(one.first() - 2).is("level") || tokens.at(one.first() - 2).is("baseline"))
            && (tokens.at(one.first() - 3).is("pandemic")
                || tokens.at(one.first() - 3).is("current")
                || tokens.at(one.first() - 3).is("previous")
                || tokens.at(one.first() - 2).is("baseline"));
    return now || after || level;
  }

  private boolean toBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.at(i).text();
      if (word.equals("to") || word.equals("→")) {
        return i == from
            || tokens.at(i - 1).is("down")
            || tokens.at(i - 1).is("up")
            || tokens.at(i - 1).is(")")
            || tokens.at(i - 1).word();
      }
    }
    return false;
  }

  private Role duration(Quantity one, int before) {
    if (ends("window never", before)
        || tokens.at(one.last() + 1).is("ago")
        || tokens.at(one.last() + 1).is("rolling")
        || longer(one)) {
      return Role.WINDOW;
    }
    boolean next = tokens.at(before).is("next") || tokens.at(before).is("coming");
    if (next || (tokens.at(one.last() + 1).is("from") && tokens.at(one.last() + 2).is("now"))) {
      return Role.DUE;
    }
    boolean long_ = one.value() != null && one.value().compareTo(MONTH) >= 0;
    if (!ends("window maybe", before)) {
      boolean period =
          (tokens.at(before).is("for")
              || tokens.at(before).is("over")
              || tokens.at(one.first() - 1).is("over"));
      return period && long_ ? Role.DUE : tokens.at(before).is("for") ? Role.WINDOW : Role.TARGET;
    }
    VerbClass verb = lead == null ? VerbClass.REACH : lead.verb();
    return switch (verb) {
      case SERVE, REACH, KEEP -> long_ && verb != VerbClass.SERVE ? Role.DUE : Role.TARGET;
      case MAKE, HOLD -> long_ || one.value() == null ? Role.DUE : Role.TARGET;
      case UP, DOWN, BETTER, DO -> long_ ? Role.DUE : Role.WINDOW;
    };
  }

  /** "take longer than 3 days", "more than 5 years of experience": says which. */
  private boolean longer(Quantity one) {
    int at = one.first() - 1;
    return tokens.at(at).is("than")
        && List.of("longer", "older", "later", "younger").contains(tokens.at(at - 1).text());
  }

  private boolean selects(Quantity one, int before) {
    boolean changes = lead != null && lead.verb().changes();
    if (changes && one.bare() && ends("scope", before) && one.first() - before <= 2) {
      return true;
    }
    for (int at = one.first() - 1; at > 0 && at > one.first() - 9; at--) {
      String word = tokens.at(at).text();
      boolean having = word.equals("with") || word.equals("having") || word.equals("whose");
      if (having && pack.words("people").contains(tokens.at(at - 1).text())) {
        return true;
      }
      if (word.equals(",") || word.equals("to") || word.equals("by") || word.equals("and")) {
        return false;
      }
    }
    return one.bare() && tokens.at(one.first() - 1).is("(");
  }

  /**
   * "90 % within 4 hours": the time is part of the metric when a share or a level stands beside.
   */
  private void standards(List<Role> roles) {
    boolean share = false;
    for (int i = 0; i < roles.size(); i++) {
      share |= roles.get(i) == Role.TARGET && quantities.get(i).dimension() != Dimension.DURATION;
    }
    for (int i = 0; share && i < roles.size(); i++) {
      Quantity one = quantities.get(i);
      if (roles.get(i) == Role.TARGET
          && one.dimension() == Dimension.DURATION
          && ends("window maybe", before(one.first()))) {
        roles.set(i, Role.WINDOW);
      }
    }
  }
}
