package org.waymark.measure.fact;

/** Who dealt with an interaction. */
public enum HandledBy {
  PERSON("person"),
  BOT("bot"),
  HANDED_OVER("handedOver");

  private final String code;

  HandledBy(String code) {
    this.code = code;
  }

  /** The word used in the API and in the files. */
  public String code() {
    return code;
  }

  /**
   * The one with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static HandledBy of(String code) {
    for (HandledBy one : values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    throw new IllegalArgumentException("unknown handledBy: " + code);
  }
}
