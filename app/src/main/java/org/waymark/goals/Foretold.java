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
 * @param state known, tooFewReadings or tooFarAhead; of what is only thought about also why there
 *     is nothing to foretell: told, noTarget, noData, addsUp, notBegun, broken or over. All but
 *     readings, needed, version, madeAt and an empty path are absent unless it is known
 * @param readings weeks with a reading that it rests on
 * @param needed how many are needed; absent when there are enough
 * @param version of the key result it speaks of
 * @param chance of being met, 0.01 to 0.99
 * @param label easy, realistic, ambitious, bold or moonshot
 * @param expected where it is expected on the due date; absent for what is to be kept or counted
 * @param low with high where it lies four times in five
 * @param oneInThree what history alone reaches one time in three
 * @param withDifference the chance with what people say will be different, 0.01 to 0.99; absent
 *     where they did not say what that is worth
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
    @Nullable Double withDifference,
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
