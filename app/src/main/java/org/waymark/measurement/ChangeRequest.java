package org.waymark.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;

/** Reads which two periods somebody wants compared, in the way of {@link ReadingRequest}. */
public final class ChangeRequest {
  private static final List<String> NOT_HERE = List.of("per", "weighted", "asOf", "structure");

  private ChangeRequest() {}

  /**
   * The question of some parameters: from and to, beforeFrom and beforeTo, by, statistic, and
   * filters.
   *
   * @param usual the periods when none are given
   * @throws InvalidInput naming every parameter that makes no sense
   */
  public static Movements.Query of(
      String metric, MultiValueMap<String, String> parameters, TwoPeriods usual) {
    List<FieldError> errors = new ArrayList<>();
    for (String name : NOT_HERE) {
      if (parameters.containsKey(name)) {
        errors.add(new FieldError(name, "is not known here"));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    Set<String> others = Set.of("beforeFrom", "beforeTo");
    boolean chosen = given(parameters, "from") || given(parameters, "to");
    ReadingQuery after = ReadingRequest.of(metric, parameters, usual.after(), others);
    Period preceding = chosen ? TwoPeriods.precedingOf(after.days()) : usual.before();
    return new Movements.Query(
        metric,
        after.statistic(),
        before(metric, parameters, preceding),
        after.days(),
        after.by(),
        after.filters(),
        true);
  }

  private static Period before(
      String metric, MultiValueMap<String, String> parameters, Period preceding) {
    MultiValueMap<String, String> days = new LinkedMultiValueMap<>();
    parameters.getOrDefault("beforeFrom", List.of()).forEach(day -> days.add("from", day));
    parameters.getOrDefault("beforeTo", List.of()).forEach(day -> days.add("to", day));
    try {
      return ReadingRequest.of(metric, days, preceding, Set.of()).days();
    } catch (InvalidInput refused) {
      throw new InvalidInput(
          refused.errors().stream()
              .map(
                  error ->
                      new FieldError(
                          error.field().equals("from") ? "beforeFrom" : "beforeTo", error.reason()))
              .toList());
    }
  }

  private static boolean given(MultiValueMap<String, String> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().anyMatch(value -> !value.isEmpty());
  }
}
