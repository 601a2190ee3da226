package org.waymark.measure.fact;

/** The instants that tell an interaction's story; a metric's anchor is one of them. */
public enum Instants {
  STARTED("startedAt", "started"),
  RESPONDED("respondedAt", "responded"),
  FINISHED("finishedAt", "finished"),
  REOPENED("reopenedAt", "reopened"),
  DUE("dueAt", "due");

  private final String field;
  private final String stem;

  Instants(String field, String stem) {
    this.field = field;
    this.stem = stem;
  }

  /** The name in the API, such as {@code startedAt}. */
  public String field() {
    return field;
  }

  /** The column with the instant in microseconds, such as {@code started_us}. */
  public String column() {
    return stem + "_us";
  }

  /** The column with the local day, such as {@code started_day}. */
  public String dayColumn() {
    return stem + "_day";
  }

  /**
   * The instant with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Instants of(String field) {
    for (Instants one : values()) {
      if (one.field.equals(field)) {
        return one;
      }
    }
    throw new IllegalArgumentException("unknown instant: " + field);
  }
}
