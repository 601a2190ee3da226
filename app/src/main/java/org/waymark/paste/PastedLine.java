package org.waymark.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line without what only marks its place: bullet, number, heading sign, label, emphasis.
 *
 * @param number from 1, as the person counts
 * @param indent how far in it begins; a tab is four
 * @param mark what stood before it
 * @param part what its label says it is; null without one
 * @param words the rest
 * @param cells of a table; empty when it is no row of one
 */
record PastedLine(
    int number, int indent, String mark, @Nullable Part part, String words, List<String> cells) {
  static final String PLAIN = "";
  static final String HEADING = "#";
  static final String BULLET = "-";

  private static final String BULLETS = "-*+•·‣▪▫◦●○■□–—→➤✓✔";
  private static final Pattern NUMBER =
      Pattern.compile("\\(?(\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)]\\)?\\s+(?=\\S)");
  private static final Pattern DEEP_NUMBER =
      Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){1,3})\\s+(?=\\p{Lu})");
  private static final Pattern LETTER =
      Pattern.compile("\\(?(?:[a-hA-H]|i{1,3}|iv|vi{0,3})[.)]\\s+(?=\\S)");
  private static final Pattern BOX = Pattern.compile("\\[[ xX]?]\\s+");
  private static final Pattern SHORT_LABEL =
      Pattern.compile(
          "(?i)(o|obj|kr|krs)\\s?#?\\d{1,2}(?:[.\\-]\\d{1,2}){0,3}\\s*[:.)\\-–—]?\\s*(?=\\S|$)");
  private static final Pattern LABEL =
      Pattern.compile(
          "([\\p{L}][\\p{L} \\-]{0,24}?)\\s*+#?(?:\\d{1,2}(?:[.\\-]\\d{1,2}){0,3})?\\s*+[:：]\\s*");
  private static final Pattern SPACED_LABEL =
      Pattern.compile(
          "(?i)(objective|key result|goal)\\s?#?\\d{1,2}(?:[.\\-]\\d{1,2}){0,3}\\s*[.)\\-–—]?\\s+(?=\\S)");

  /** Blanks within a line say no more than one does; tabs part cells. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}&&[^\\t]]{2,}");

  PastedLine {
    cells = List.copyOf(cells);
  }

  static PastedLine of(int number, String raw) {
    int indent = indent(raw);
    String narrow = BLANKS.matcher(raw).replaceAll(" ");
    String text = narrow.strip();
    List<String> cells = cells(text, narrow);
    if (!cells.isEmpty()) {
      return new PastedLine(number, indent, PLAIN, null, text, cells);
    }
    text = text.replace("**", "").replace("__", "").strip();
    String mark = PLAIN;
    if (text.startsWith("#")) {
      mark = HEADING;
      text = text.replaceFirst("^#+\\s*", "");
    }
    boolean more = true;
    while (more && !text.isEmpty()) {
      String rest = unmarked(text);
      more = rest.length() < text.length();
      if (more && mark.isEmpty()) {
        mark = mark(text);
      }
      text = rest;
    }
    return labelled(number, indent, mark, text);
  }

  /** The same with this label, as a section above it says. */
  PastedLine as(Part wanted) {
    return new PastedLine(number, indent, mark, wanted, words, cells);
  }

  boolean blank() {
    return words.isBlank() && part == null && cells.isEmpty();
  }

  boolean hasDigit() {
    return words.chars().anyMatch(Character::isDigit);
  }

  private static PastedLine labelled(int number, int indent, String mark, String text) {
    Matcher brief = SHORT_LABEL.matcher(text);
    if (brief.lookingAt()) {
      String name = brief.group(1).toLowerCase(Locale.ROOT);
      Part part = name.startsWith("k") ? Part.KEY_RESULT : Part.OBJECTIVE;
      return new PastedLine(number, indent, mark, part, text.substring(brief.end()), List.of());
    }
    Matcher label = LABEL.matcher(text);
    if (label.lookingAt()) {
      Optional<Part> part = Part.named(label.group(1));
      if (part.isPresent()) {
        String rest = text.substring(label.end()).strip();
        return new PastedLine(number, indent, mark, part.get(), rest, List.of());
      }
    }
    Matcher spaced = SPACED_LABEL.matcher(text);
    if (spaced.lookingAt()) {
      Part part = Part.named(spaced.group(1)).orElseThrow();
      return new PastedLine(number, indent, mark, part, text.substring(spaced.end()), List.of());
    }
    boolean title =
        Part.named(text)
            .filter(part -> part == Part.OBJECTIVE || part == Part.KEY_RESULT)
            .isPresent();
    return title
        ? new PastedLine(number, indent, mark, Part.named(text).orElseThrow(), "", List.of())
        : new PastedLine(number, indent, mark, null, text, List.of());
  }

  /** Without one bullet, number or box at its head. */
  private static String unmarked(String text) {
    boolean bullet =
        BULLETS.indexOf(text.charAt(0)) >= 0
            && text.length() > 1
            && (Character.isWhitespace(text.charAt(1)) || text.charAt(0) > 0x7f)
            && !(text.charAt(0) == '-' && Character.isDigit(text.charAt(1)));
    if (bullet) {
      return text.substring(1).strip();
    }
    if (text.startsWith("o ") && text.length() > 2 && Character.isUpperCase(text.charAt(2))) {
      return text.substring(2).strip();
    }
    for (Pattern pattern : List.of(BOX, NUMBER, DEEP_NUMBER, LETTER)) {
      Matcher found = pattern.matcher(text);
      if (found.lookingAt()) {
        return text.substring(found.end());
      }
    }
    return text;
  }

  private static String mark(String text) {
    for (Pattern pattern : List.of(NUMBER, DEEP_NUMBER)) {
      Matcher number = pattern.matcher(text);
      if (number.lookingAt()) {
        return "1" + ".1".repeat((int) number.group(1).chars().filter(c -> c == '.').count());
      }
    }
    return LETTER.matcher(text).lookingAt() ? "a" : BULLET;
  }

  private static int indent(String raw) {
    int wide = 0;
    for (int i = 0; i < raw.length() && isBlank(raw.charAt(i)); i++) {
      wide += raw.charAt(i) == '\t' ? 4 : 1;
    }
    return wide;
  }

  private static boolean isBlank(char one) {
    return Character.isWhitespace(one) || one == '\u00a0';
  }

  private static List<String> cells(String text, String raw) {
    if (text.startsWith("|") && text.indexOf('|', 1) > 0) {
      String inner = text.substring(1, text.endsWith("|") ? text.length() - 1 : text.length());
      return inner.matches("[\\s:|\\-]*") ? List.of() : split(inner, '|');
    }
    return text.indexOf('\t') >= 0 && !bulletThenTab(text)
        ? split(raw.startsWith("\t") ? raw.stripTrailing() : text, '\t')
        : List.of();
  }

  /** Word processors put a tab between a bullet and its words. */
  private static boolean bulletThenTab(String text) {
    int tab = text.indexOf('\t');
    String head = text.substring(0, tab).strip();
    boolean mark = head.length() == 1 && (BULLETS + "o§").contains(head);
    boolean number = (head + " x").matches("\\(?\\d{1,2}(\\.\\d{1,2}){0,3}[.)]\\)? x");
    return (mark || number) && text.indexOf('\t', tab + 1) < 0;
  }

  private static List<String> split(String text, char by) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == by) {
        cells.add(unquoted(text.substring(from, i).strip()));
        from = i + 1;
      }
    }
    return cells;
  }

  private static String unquoted(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip() : cell;
  }
}
