package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be expected of a goal's score. */
public enum Ambition {
  /** The whole of it; whoever misses writes down what was learned. */
  COMMITTED,
  /** About 0.7 of it; the rest is room to reach for. */
  STRETCH;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Ambition> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
