package org.waymark.coach;

import java.util.List;
import java.util.Locale;

/**
 * What one rule says about one place.
 *
 * @param rule the rule's name
 * @param words which of the rule's texts fits, empty for the usual one
 * @param start first UTF-16 unit of the words meant; what is missing altogether marks the whole
 *     statement
 * @param end the unit after the last
 * @param arguments what the texts quote
 */
public record Finding(
    String rule, Severity severity, String words, int start, int end, List<Object> arguments) {
  public Finding {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a finding marks words of the statement");
    }
    arguments = List.copyOf(arguments);
  }

  /** Key of its texts, which follow it as {@code .reason} and {@code .offer}. */
  public String texts() {
    String key = "coach." + rule.toLowerCase(Locale.ROOT).replace('_', '-');
    return words.isEmpty() ? key : key + "." + words;
  }
}
