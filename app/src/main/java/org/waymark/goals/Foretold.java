package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a key result will be if nothing changes, as it was said at a moment. Values are in its own
 * unit.
 *
 * @param state known, tooFewReadings or tooFarAhead; all but the first three are absent otherwise
 * @param readings weeks with a reading that it rests on
 * @param needed how many are needed; absent when there are enough
 * @param version of the key result it speaks of
 * @param chance of being met, 0.01 to 0.99
 * @param label easy, realistic, ambitious, bold or moonshot
 * @param expected where it is expected on the due date; absent for what is to be kept or counted
 * @param low with high where it lies four times in five
 * @param oneInThree what history alone reaches one time in three
 * @param path the way there, week by week
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Foretold(
    String state,
    int readings,
    @Nullable Integer needed,
    int version,
    Instant madeAt,
    @Nullable Double chance,
    @Nullable String label,
    @Nullable Double expected,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double oneInThree,
    List<Stop> path) {

  public Foretold {
    path = List.copyOf(path);
  }

  public boolean isKnown() {
    return state.equals("known");
  }

  /** Where a single week's number lies four times in five. */
  public record Stop(LocalDate day, double expected, double low, double high) {}
}
