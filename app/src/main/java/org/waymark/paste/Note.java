package org.waymark.paste;

import java.util.List;

/**
 * Something to know about what was read: why a value was not taken over, or what was assumed.
 *
 * @param key which text of {@code messages/paste.properties} says it, after {@code paste.note.}
 */
public record Note(String key, List<String> arguments) {
  public Note {
    arguments = List.copyOf(arguments);
  }

  static Note of(String key, String... arguments) {
    return new Note(key, List.of(arguments));
  }
}
