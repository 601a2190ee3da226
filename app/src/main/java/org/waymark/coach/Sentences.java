package org.waymark.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Counts sentences. Decimals, initials, addresses and abbreviations end none. */
final class Sentences {
  /** First and following units of each sentence. */
  record Span(int start, int end) {}

  private Sentences() {}

  /** The sentences of a text, in order; a text of signs only has none. */
  static List<Span> of(String text, Set<String> abbreviations) {
    List<Span> all = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (ends(text, at, abbreviations)) {
        add(all, text, start, at + 1);
        start = at + 1;
      }
    }
    add(all, text, start, text.length());
    return all;
  }

  private static void add(List<Span> all, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit)) {
      all.add(new Span(from, to));
    }
  }

  private static boolean ends(String text, int at, Set<String> abbreviations) {
    return switch (text.charAt(at)) {
      case '。', '！', '？', '؟', '।' -> true;
      case '!', '?', '…' -> blankOrQuoteAfter(text, at);
      case '.' -> blankOrQuoteAfter(text, at) && !abbreviation(text, at, abbreviations);
      case '\n' -> listItemAfter(text, at);
      default -> false;
    };
  }

  private static boolean blankOrQuoteAfter(String text, int at) {
    if (at + 1 >= text.length()) {
      return true;
    }
    char next = text.charAt(at + 1);
    return Character.isWhitespace(next)
        || ((next == '"' || next == '”' || next == ')' || next == '\'')
            && (at + 2 >= text.length() || Character.isWhitespace(text.charAt(at + 2))));
  }

  private static boolean abbreviation(String text, int dot, Set<String> abbreviations) {
    int from = dot;
    while (from > 0
        && dot - from < 12
        && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = text.substring(from, dot).toLowerCase(Locale.ROOT);
    int after = dot + 1;
    while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    boolean last = after >= text.length();
    boolean small = !last && !Character.isUpperCase(text.charAt(after));
    boolean initials = word.length() == 1 && Character.isLetter(word.charAt(0));
    boolean dotted = word.indexOf('.') > 0;
    boolean numbering =
        !word.isEmpty()
            && word.length() <= 2
            && word.chars().allMatch(Character::isDigit)
            && (from == 0 || text.charAt(from - 1) == '\n');
    return !last && (abbreviations.contains(word) || initials || dotted || small || numbering);
  }

  private static boolean listItemAfter(String text, int at) {
    int next = at + 1;
    while (next < text.length()
        && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) {
      next++;
    }
    if (next >= text.length()) {
      return false;
    }
    char first = text.charAt(next);
    return first == '\n'
        || first == '-'
        || first == '*'
        || first == '•'
        || first == '–'
        || Character.isDigit(first);
  }
}
