package org.waymark.measure.fact;

/** The kind of an interaction. */
public enum Kind {
  SURVEY("survey"),
  CASE("case"),
  ORDER("order"),
  CLAIM("claim"),
  SUBSCRIPTION("subscription"),
  ACTIVITY("activity"),
  /** Numbers that arrive already added up. */
  TALLY("tally");

  private final String code;

  Kind(String code) {
    this.code = code;
  }

  /** The word used in the API and in the files. */
  public String code() {
    return code;
  }

  /**
   * The kind with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Kind of(String code) {
    for (Kind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown kind of interaction: " + code);
  }
}
