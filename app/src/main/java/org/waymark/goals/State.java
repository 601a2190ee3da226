package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a goal stands between an idea and what was learned from it. Each follows from the verbs in
 * force.
 */
public enum State {
  /** Seen by its author, its owner and those invited. */
  DRAFT,
  PROPOSED,
  AGREED,
  RUNNING,
  CLOSED,
  WITHDRAWN;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<State> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
