package org.waymark.measure.metric;

/** Which hours a duration counts. */
public enum ClockKind {
  /** All of them: what the customer waits. */
  CALENDAR("calendar"),
  /** Those in which the unit works by its schedule: what the team has. */
  BUSINESS("business");

  private final String code;

  ClockKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * The clock with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ClockKind of(String code) {
    for (ClockKind one : values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    throw new IllegalArgumentException("unknown clock: " + code);
  }
}
