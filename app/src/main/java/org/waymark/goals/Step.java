package org.waymark.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One action on the way to a goal.
 *
 * @param responsible e-mail of the one person who does it; absent while nobody has taken it
 * @param milestone it marks distance travelled
 * @param keyResult the milestone key result that this milestone moves; absent: all of the goal's
 *     that name none
 * @param weight its share of that key result, against the other milestones
 * @param done who finished it and when; absent while it is open
 */
public record Step(
    UUID id,
    UUID goal,
    int version,
    String title,
    @Nullable String responsible,
    @Nullable LocalDate due,
    boolean milestone,
    @Nullable UUID keyResult,
    BigDecimal weight,
    @Nullable Completion done) {

  /** That a step is done, with a link that shows it. */
  public record Completion(Instant at, String by, @Nullable String evidence) {}

  /** A step in the words of whoever writes it. */
  @Schema(name = "StepWords")
  public record Words(
      @Nullable String title,
      @Nullable String responsible,
      @Nullable LocalDate due,
      @Nullable Boolean milestone,
      @Nullable UUID keyResult,
      @Nullable BigDecimal weight) {

    /** The words of a step as it stands. */
    public static Words of(Step step) {
      return new Words(
          step.title(),
          step.responsible(),
          step.due(),
          step.milestone(),
          step.keyResult(),
          step.weight());
    }
  }
}
