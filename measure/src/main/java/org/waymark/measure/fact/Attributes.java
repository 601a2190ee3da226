package org.waymark.measure.fact;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Free attributes of an interaction, by name. The text form is one canonical JSON object of
 * strings: names in order, no white space, so equal attributes have equal text.
 */
public final class Attributes {

  public static final Attributes NONE = new Attributes(new TreeMap<>());

  private final NavigableMap<String, String> values;
  private @Nullable String json; // written when it is asked for, which is twice on the way in

  private Attributes(TreeMap<String, String> values) {
    this.values = Collections.unmodifiableNavigableMap(values);
  }

  public static Attributes of(Map<String, String> values) {
    if (values.isEmpty()) {
      return NONE;
    }
    TreeMap<String, String> inOrder = new TreeMap<>();
    inOrder.putAll(values);
    return new Attributes(inOrder);
  }

  public NavigableMap<String, String> values() {
    return values;
  }

  /** The value of a name, or null when the interaction does not carry it. */
  public @Nullable String get(String name) {
    return values.get(name);
  }

  /** The canonical JSON text. */
  public String json() {
    String known = json;
    if (known == null) {
      json = known = write();
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return json();
  }

  private String write() {
    StringBuilder text = new StringBuilder("{");
    values.forEach(
        (name, value) -> {
          if (text.length() > 1) {
            text.append(',');
          }
          quote(text, name);
          text.append(':');
          quote(text, value);
        });
    return text.append('}').toString();
  }

  /**
   * Reads the text that {@link #json()} writes.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static Attributes parse(String json) {
    return new Parser(json).object();
  }

  private static void quote(StringBuilder text, String value) {
    text.append('"');
    if (isPlain(value)) {
      text.append(value).append('"');
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        default -> {
          if (c < 0x20) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** A reader for an object of strings and nothing else. */
  private static final class Parser {
    private final String json;
    private int at;

    Parser(String json) {
      this.json = json;
    }

    Attributes object() {
      TreeMap<String, String> values = new TreeMap<>();
      expect('{');
      if (peek() != '}') {
        do {
          String name = string();
          expect(':');
          values.put(name, string());
        } while (accept(','));
      }
      expect('}');
      if (at != json.length()) {
        throw refused();
      }
      return of(values);
    }

    private String string() {
      expect('"');
      StringBuilder value = new StringBuilder();
      while (peek() != '"') {
        char c = next();
        value.append(c == '\\' ? escaped(next()) : c);
      }
      at++;
      return value.toString();
    }

    private char escaped(char c) {
      return switch (c) {
        case '"', '\\', '/' -> c;
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> {
          if (at + 4 > json.length()) {
            throw refused();
          }
          char unit = (char) Integer.parseInt(json, at, at + 4, 16);
          at += 4;
          yield unit;
        }
        default -> throw refused();
      };
    }

    private char peek() {
      if (at >= json.length()) {
        throw refused();
      }
      return json.charAt(at);
    }

    private char next() {
      char c = peek();
      at++;
      return c;
    }

    private boolean accept(char c) {
      if (peek() != c) {
        return false;
      }
      at++;
      return true;
    }

    private void expect(char c) {
      if (next() != c) {
        throw refused();
      }
    }

    private IllegalArgumentException refused() {
      return new IllegalArgumentException("not a JSON object of strings, near character " + at);
    }
  }
}
