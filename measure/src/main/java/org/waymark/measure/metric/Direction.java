package org.waymark.measure.metric;

/** Which way is better for the customer. */
public enum Direction {
  UP("up"),
  DOWN("down"),
  /** Neither more nor less is better by itself. */
  NONE("none");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  Direction reversed() {
    return switch (this) {
      case UP -> DOWN;
      case DOWN -> UP;
      case NONE -> NONE;
    };
  }

  /**
   * The direction with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Direction of(String code) {
    for (Direction one : values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    throw new IllegalArgumentException("unknown direction: " + code);
  }
}
