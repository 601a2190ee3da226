package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A goal as one line of a list, with its newest measurements. */
public record GoalLine(
    @JsonUnwrapped Goal goal,
    GoalProgress progress,
    boolean atRisk,
    List<KeyResultLine> keyResults) {

  /**
   * A key result in a list.
   *
   * @param progress the newest measurement; of a closed goal the scored one
   */
  public record KeyResultLine(
      UUID id,
      String name,
      @Nullable String metric,
      @Nullable String statistic,
      String type,
      LocalDate due,
      @Nullable ProgressView progress) {}
}
