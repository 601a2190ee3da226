package org.waymark.intake;

/**
 * Why one line, or one row made of it, cannot be taken: the field at fault and a sentence that
 * names the way out.
 */
final class Refused extends RuntimeException {
  private final String field;
  private final String reason;

  Refused(String field, String reason) {
    super(field + ": " + reason, null, false, false); // thrown per line: no stack trace
    this.field = field;
    this.reason = reason;
  }

  String field() {
    return field;
  }

  String reason() {
    return reason;
  }

  /** A value as it may be quoted in a sentence: shortened, control characters made visible. */
  static String quote(String value) {
    StringBuilder shown = new StringBuilder("\"");
    int end = Math.min(value.length(), 60);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      shown.append(c == 0 ? '\u2400' : c < ' ' ? ' ' : Character.isSurrogate(c) ? '\uFFFD' : c);
    }
    return shown.append(end < value.length() ? "...\"" : "\"").toString();
  }
}
