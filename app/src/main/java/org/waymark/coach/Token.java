package org.waymark.coach;

/**
 * A word, a number or a sign of a statement.
 *
 * @param text in lower case; apostrophes straightened
 * @param start first UTF-16 unit
 * @param end the unit after the last
 * @param capital whether it is a word of capitals only
 */
record Token(Type type, String text, int start, int end, boolean capital) {
  enum Type {
    WORD,
    NUMBER,
    SIGN
  }

  boolean is(String other) {
    return text.equals(other);
  }

  boolean word() {
    return type == Type.WORD;
  }

  boolean number() {
    return type == Type.NUMBER;
  }
}
