package org.waymark.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one or two letters that stand for a person in a small place. */
public final class Initials {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Initials() {}

  /** "Ada Berg" is AB, "bo@harbour.example" is B, "Ana María López" is AL. */
  public static String of(String name) {
    var at = name.indexOf('@');
    var words =
        Arrays.stream(NO_LETTERS.split(at > 0 ? name.substring(0, at) : name))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return "?";
    }
    var letters = first(words.getFirst()) + (words.size() > 1 ? first(words.getLast()) : "");
    return letters.toUpperCase(Locale.ROOT);
  }

  private static String first(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
