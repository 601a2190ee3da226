package org.waymark.goals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person reports of a key result.
 *
 * @param on the day the value speaks of
 * @param by e-mail of who reported it
 * @param value in the key result's unit, seconds for a duration
 * @param numerator with the denominator a share: so many of so many
 * @param readBy who read the report
 * @param votes how many said what: no and yes, or 1 to 5
 * @param confidence 0 (lost) to 10 (certain) that the target will be reached
 */
public record CheckIn(
    UUID id,
    UUID keyResult,
    LocalDate on,
    Instant at,
    String by,
    @Nullable BigDecimal value,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Integer confidence,
    @Nullable String note,
    @Nullable String evidence,
    @Nullable String readBy,
    @Nullable List<Integer> votes) {

  public CheckIn {
    votes = votes == null ? null : List.copyOf(votes);
  }

  /** Whether it tells a value or a share, and not only confidence or a note. */
  public boolean hasNumber() {
    return value != null || denominator != null;
  }
}
