package org.waymark.coach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the days and periods that a text names, and tells those that are due from the others. */
final class Dates {
  private final Tokens tokens;
  private final LanguagePack pack;
  private final Calendar calendar;

  private Dates(Tokens tokens, LanguagePack pack, Calendar calendar) {
    this.tokens = tokens;
    this.pack = pack;
    this.calendar = calendar;
  }

  static List<DateMention> of(Tokens tokens, LanguagePack pack, Calendar calendar) {
    Dates dates = new Dates(tokens, pack, calendar);
    List<DateMention> all = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      @Nullable Body body = dates.body(at);
      if (body == null) {
        at++;
      } else {
        all.add(new DateMention(dates.due(at, body), body.day(), at, body.last()));
        at = body.last() + 1;
      }
    }
    return all;
  }

  /**
   * A date without what stands around it.
   *
   * @param firm whether it is a deadline by its very words ("end of quarter")
   */
  private record Body(@Nullable LocalDate day, int last, boolean firm) {}

  private @Nullable Body body(int at) {
    @Nullable Body body = numbers(at);
    if (body == null && pack.speaks()) {
      body = ends(at);
      body = body == null ? named(at) : body;
      body = body == null ? month(at) : body;
      body = body == null ? part(at) : body;
      body = body == null ? thisPeriod(at) : body;
      body = body == null ? year(at) : body;
    }
    return body;
  }

  /** 2026-03-31, 31.12.2026, 12/31/2026, 9/30/23. */
  private @Nullable Body numbers(int at) {
    Token one = tokens.at(at);
    if (!one.number()) {
      return null;
    }
    String sign = tokens.at(at + 1).text();
    if ((sign.equals("-") || sign.equals("/"))
        && tokens.at(at + 2).number()
        && tokens.at(at + 3).is(sign)
        && tokens.at(at + 4).number()) {
      return calendar
          .of(one.text(), tokens.at(at + 2).text(), tokens.at(at + 4).text())
          .map(found -> new Body(found.day(), at + 4, true))
          .orElse(null);
    }
    String[] dotted = one.text().split("\\.", -1);
    return dotted.length == 3
        ? calendar
            .of(dotted[0], dotted[1], dotted[2])
            .map(found -> new Body(found.day(), at, true))
            .orElse(null)
        : null;
  }

  /** "end of Q3", "end of the year", "the close of March". */
  private @Nullable Body ends(int at) {
    if (!pack.words("ends").contains(tokens.at(at).text()) || !tokens.at(at + 1).is("of")) {
      return null;
    }
    int next = at + 2;
    while (tokens.at(next).is("the") || tokens.at(next).is("our") || tokens.at(next).is("each")) {
      next++;
    }
    if (tokens.at(next).number() && calendar.year(tokens.at(next).text()) != null) {
      int year = Integer.parseInt(tokens.at(next).text());
      return new Body(LocalDate.of(year, 12, 31), next, true);
    }
    Phrases.@Nullable Found<String> period = pack.phrases("periods").at(tokens, next);
    if (period != null) {
      return new Body(calendar.endOfPeriod(period.value()), period.end() - 1, true);
    }
    @Nullable Body inner = body(next);
    return inner == null ? null : new Body(inner.day(), inner.last(), true);
  }

  private @Nullable Body named(int at) {
    Phrases.@Nullable Found<String> found = pack.phrases("named days").at(tokens, at);
    if (found == null) {
      return null;
    }
    boolean season = List.of("summer", "spring", "autumn", "winter").contains(found.value());
    if (season && !before(at, "by", "before", "until", "in", "this", "next")) {
      return null;
    }
    String period =
        switch (found.value()) {
          case "eoy", "year end", "years end" -> "year";
          case "eoq", "quarter end" -> "quarter";
          default -> "";
        };
    return new Body(calendar.endOfPeriod(period), found.end() - 1, !season);
  }

  /** "September 30, 2023", "30th of September", "Sept. 2023", "March". */
  private @Nullable Body month(int at) {
    int month = at;
    @Nullable String day = null;
    if (tokens.at(at).number() && tokens.at(at).text().length() <= 2) {
      month = at + 1;
      if (List.of("st", "nd", "rd", "th").contains(tokens.at(month).text())) {
        month++;
      }
      if (tokens.at(month).is("of")) {
        month++;
      }
      day = tokens.at(at).text();
    }
    if (!pack.words("months").contains(tokens.at(month).text())) {
      return null;
    }
    int last = month;
    if (tokens.at(last + 1).is(".")) {
      last++;
    }
    if (day == null && tokens.at(last + 1).number() && tokens.at(last + 1).text().length() <= 2) {
      day = tokens.at(last + 1).text();
      last++;
      if (List.of("st", "nd", "rd", "th").contains(tokens.at(last + 1).text())) {
        last++;
      }
    }
    String word = tokens.at(month).text();
    int next = tokens.at(last + 1).is(",") ? last + 2 : last + 1;
    @Nullable String year = null;
    if (tokens.at(next).number() && calendar.year(tokens.at(next).text()) != null) {
      year = tokens.at(next).text();
      last = next;
    } else if (day != null && day.length() == 4) {
      return null;
    }
    boolean alsoAWord = word.equals("may") || word.equals("march") || word.equals("mar");
    if (alsoAWord
        && day == null
        && year == null
        && !before(at, "by", "in", "until", "before", "of", "during", "from", "through", "this")) {
      return null;
    }
    return new Body(calendar.month(word, day, year), last, false);
  }

  /** Q3, Q3 2026, H1, third quarter of 2026, FY22, fiscal year 2022. */
  private @Nullable Body part(int at) {
    String word = tokens.at(at).text();
    int last = at;
    int quarter = 0;
    int half = 0;
    if (word.length() == 2 && (word.charAt(0) == 'q' || word.charAt(0) == 'h')) {
      int number = Character.digit(word.charAt(1), 10);
      quarter = word.charAt(0) == 'q' && number >= 1 && number <= 4 ? number : 0;
      half = word.charAt(0) == 'h' && number >= 1 && number <= 2 ? number : 0;
    } else if (word.equals("quarter") && tokens.at(at + 1).number()) {
      quarter = Math.min(4, Math.max(0, Character.digit(tokens.at(at + 1).text().charAt(0), 10)));
      last = at + 1;
    } else {
      int ordinal = List.of("first", "second", "third", "fourth").indexOf(word) + 1;
      if (ordinal > 0 && tokens.at(at + 1).is("quarter")) {
        quarter = ordinal;
        last = at + 1;
      } else if (ordinal > 0
          && ordinal < 3
          && tokens.at(at + 1).is("half")
          && tokens.at(at + 2).is("of")) {
        half = ordinal;
        last = at + 1;
      }
    }
    if (quarter == 0 && half == 0) {
      return fiscalYear(at);
    }
    int next = last + 1;
    while (List.of("of", ",", "'", "/", "-", "fy").contains(tokens.at(next).text())
        && next < last + 3) {
      next++;
    }
    @Nullable Body fiscal = fiscalYear(next);
    @Nullable Integer year = calendar.year(tokens.at(next).text());
    if (year != null || fiscal != null) {
      last = fiscal != null ? fiscal.last() : next;
    }
    return new Body(fiscal != null ? null : calendar.part(quarter, half, year), last, false);
  }

  private @Nullable Body fiscalYear(int at) {
    String word = tokens.at(at).text();
    if (word.startsWith("fy") && word.length() > 2 && Character.isDigit(word.charAt(2))) {
      return new Body(null, at, false);
    }
    if (word.equals("fy") && tokens.at(at + 1).number()) {
      return new Body(null, at + 1, false);
    }
    boolean long_ =
        (word.equals("fiscal") || word.equals("financial")) && tokens.at(at + 1).is("year");
    return long_ && tokens.at(at + 2).number() ? new Body(null, at + 2, false) : null;
  }

  /** "this quarter", "next year", "within the next 90 days" is read elsewhere. */
  private @Nullable Body thisPeriod(int at) {
    if (!pack.words("this").contains(tokens.at(at).text())) {
      return null;
    }
    Phrases.@Nullable Found<String> period = pack.phrases("periods").at(tokens, at + 1);
    if (period == null) {
      return null;
    }
    boolean current = tokens.at(at).is("this") || tokens.at(at).is("current");
    return new Body(current ? calendar.endOfPeriod(period.value()) : null, period.end() - 1, true);
  }

  /** A year by itself needs a word before it that makes it one. */
  private @Nullable Body year(int at) {
    @Nullable Integer year =
        tokens.at(at).text().length() == 4 ? calendar.year(tokens.at(at).text()) : null;
    boolean led =
        before(
            at,
            "by",
            "in",
            "until",
            "through",
            "during",
            "before",
            "for",
            "of",
            "since",
            "from",
            "calendar",
            "than",
            "end",
            "early",
            "late",
            "mid");
    return year == null || !led ? null : new Body(LocalDate.of(year, 12, 31), at, false);
  }

  private boolean before(int index, String... words) {
    return List.of(words).contains(tokens.at(index - 1).text());
  }

  private boolean due(int first, Body body) {
    if (!pack.speaks()) {
      return true;
    }
    if (pack.phrases("reference nouns").startsAt(tokens, body.last() + 1)) {
      return false;
    }
    int at = first - 1;
    while (List.of("the", "our", "early", "late", "mid", "-", "(", "calendar")
        .contains(tokens.at(at).text())) {
      at--;
    }
    if (body.firm() && !tokens.at(at).is("since")) {
      return true;
    }
    for (int back = 3; back >= 1; back--) {
      if (at - back + 1 >= 0) {
        if (spans(pack.phrases("due triggers"), at - back + 1, at)) {
          return !before(at, "compared");
        }
        if (spans(pack.phrases("not due"), at - back + 1, at)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean spans(Phrases<String> phrases, int first, int last) {
    Phrases.@Nullable Found<String> found = phrases.at(tokens, first);
    return found != null && found.end() == last + 1;
  }
}
