package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key result that somebody is asked to tell about this week.
 *
 * @param kind of its goal
 * @param statement of its goal
 * @param type what the key result asks, in the API's words
 * @param source where its number comes from; absent when nobody said
 * @param duration values are seconds
 * @param from the first day of the week that is asked for
 * @param last the number that was told last; absent while there is none
 * @param note the note that was written last
 * @param told somebody has told it for that week
 */
public record CheckInDue(
    UUID keyResult,
    String name,
    String type,
    Evidence.@Nullable Kind source,
    boolean duration,
    LocalDate due,
    UUID goal,
    String statement,
    GoalKind kind,
    LocalDate from,
    @Nullable LastValue last,
    @Nullable LastNote note,
    @JsonIgnore boolean told) {

  /** A number as it was told: a value, or so many of so many. */
  public record LastValue(
      LocalDate on,
      String by,
      @Nullable BigDecimal value,
      @Nullable Long numerator,
      @Nullable Long denominator) {}

  /** A sentence and the day it speaks of. */
  public record LastNote(LocalDate on, String by, String text) {}
}
