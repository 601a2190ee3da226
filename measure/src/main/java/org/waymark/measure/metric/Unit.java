package org.waymark.measure.metric;

/** What a value is counted in. */
public enum Unit {
  /** 0 to 100. */
  PERCENT("percent"),
  /** Net promoter points, -100 to 100. */
  POINTS("points"),
  SECONDS("seconds"),
  /** Steps of the survey's own scale. */
  SCALE("scale"),
  /** Whole things. */
  COUNT("count"),
  /** So many per as many as the statistic says. */
  RATE("rate"),
  /** What the source counts in its quantity. */
  QUANTITY("quantity");

  private final String code;

  Unit(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
