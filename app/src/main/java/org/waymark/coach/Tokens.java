package org.waymark.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A statement cut into words, numbers and signs, in one pass from left to right. */
final class Tokens {
  private static final Token NONE = new Token(Token.Type.SIGN, "", 0, 0, false);

  private final List<Token> all = new ArrayList<>();
  private final String text;

  private Tokens(String text) {
    this.text = text;
  }

  static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      int letter = text.codePointAt(at);
      int wide = Character.charCount(letter);
      if (blank(letter)) {
        at += wide;
      } else if (Character.isDigit(letter)) {
        at = tokens.number(at);
      } else if (Character.isLetter(letter)) {
        at = tokens.word(at);
      } else {
        tokens.add(Token.Type.SIGN, at, at + wide);
        at += wide;
      }
    }
    return tokens;
  }

  int size() {
    return all.size();
  }

  /** The token at this place; an empty sign outside the text, so that looking around is safe. */
  Token at(int index) {
    return index < 0 || index >= all.size() ? NONE : all.get(index);
  }

  /** Whether nothing stands between a token and the one before it. */
  boolean glued(int index) {
    return index > 0 && index < all.size() && all.get(index - 1).end() == all.get(index).start();
  }

  private static boolean blank(int letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || Character.getType(letter) == Character.FORMAT;
  }

  /** Digits, with a comma or a dot only between digits. */
  private int number(int from) {
    int at = from;
    while (at < text.length()) {
      char here = text.charAt(at);
      boolean inside =
          (here == '.' || here == ',')
              && at + 1 < text.length()
              && Character.isDigit(text.charAt(at + 1));
      if (!Character.isDigit(text.codePointAt(at)) && !inside) {
        break;
      }
      at += inside ? 1 : Character.charCount(text.codePointAt(at));
    }
    add(Token.Type.NUMBER, from, at);
    return at;
  }

  /** Letters, digits after the first letter, apostrophes between letters. */
  private int word(int from) {
    int at = from;
    while (at < text.length()) {
      int here = text.codePointAt(at);
      boolean apostrophe =
          (here == '\'' || here == '’')
              && at + 1 < text.length()
              && Character.isLetter(text.codePointAt(at + 1));
      if (!Character.isLetterOrDigit(here) && !mark(here) && !apostrophe) {
        break;
      }
      at += Character.charCount(here);
    }
    add(Token.Type.WORD, from, at);
    return at;
  }

  private static boolean mark(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private void add(Token.Type type, int from, int to) {
    String word = text.substring(from, to);
    boolean capital =
        type == Token.Type.WORD
            && word.length() > 1
            && word.equals(word.toUpperCase(Locale.ROOT))
            && !word.equals(word.toLowerCase(Locale.ROOT));
    all.add(new Token(type, word.toLowerCase(Locale.ROOT).replace('’', '\''), from, to, capital));
  }
}
