package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a goal aims at. */
public enum GoalKind {
  /** A result, such as loyalty, which no team holds in its hands. */
  OUTCOME,
  /** Actions within the team's control, which drive an outcome. */
  PROCESS;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<GoalKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
