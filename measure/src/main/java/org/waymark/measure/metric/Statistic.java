package org.waymark.measure.metric;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** What is said about a measure in one number. */
public sealed interface Statistic {

  /** The name in the API, such as {@code p90} or {@code within:PT4H}. */
  String code();

  /** The value that this many percent (1 to 99) do not exceed. */
  record Quantile(int percent) implements Statistic {
    public Quantile {
      if (percent < 1 || percent > 99) {
        throw new IllegalArgumentException("a quantile is p1 to p99");
      }
    }

    @Override
    public String code() {
      return "p" + percent;
    }
  }

  /** The share that took at most this long. */
  record Within(Duration limit) implements Statistic {
    public Within {
      if (limit.isNegative() || limit.isZero() || limit.compareTo(Duration.ofDays(36_525)) > 0) {
        throw new IllegalArgumentException("a limit lies above zero and below a century");
      }
    }

    @Override
    public String code() {
      return "within:" + limit;
    }

    /** The limit in microseconds. */
    public long micros() {
      return Math.addExact(
          Math.multiplyExact(limit.toSeconds(), 1_000_000L), limit.toNanosPart() / 1000);
    }
  }

  /** How many per so many of something else. */
  record Per(int many) implements Statistic {
    public Per {
      if (many < 1 || many > 1_000_000) {
        throw new IllegalArgumentException("a rate is per 1 to 1,000,000");
      }
    }

    @Override
    public String code() {
      return "per" + many;
    }
  }

  /** Those that need no parameter. */
  enum Plain implements Statistic {
    /** Net promoter score. */
    SCORE("score"),
    TOP_BOX("top-box"),
    MEAN("mean"),
    SHARE("share"),
    COUNT("count"),
    SUM("sum");

    private final String code;

    Plain(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * The statistic with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Statistic of(String code) {
    for (Plain one : Plain.values()) {
      if (one.code.equals(code)) {
        return one;
      }
    }
    if (code.matches("p[1-9][0-9]?")) {
      return new Quantile(Integer.parseInt(code.substring(1)));
    }
    if (code.matches("per[1-9][0-9]{0,6}")) {
      return new Per(Integer.parseInt(code.substring("per".length())));
    }
    if (code.startsWith("within:")) {
      try {
        return new Within(Duration.parse(code.substring("within:".length())));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("not an ISO 8601 duration: " + code, e);
      }
    }
    throw new IllegalArgumentException("unknown statistic: " + code);
  }
}
