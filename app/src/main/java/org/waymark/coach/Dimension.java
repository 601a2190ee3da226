package org.waymark.coach;

/** What a number in a text is counted in. */
public enum Dimension {
  PERCENT("percent"),
  POINTS("points"),
  /** In seconds. */
  DURATION("seconds"),
  MONEY("money"),
  /** Steps of a survey's scale. */
  SCALE("scale"),
  COUNT("count");

  private final String code;

  Dimension(String code) {
    this.code = code;
  }

  /** The word for it in answers. */
  public String code() {
    return code;
  }

  /**
   * Whether a number written in the other may be a value of this: a bare number can be anything.
   */
  boolean takes(Dimension other) {
    return other == COUNT
        || other == this
        || (this == COUNT && other == POINTS)
        || (this == SCALE && (other == POINTS || other == PERCENT))
        || (this == PERCENT && (other == POINTS || other == SCALE));
  }
}
