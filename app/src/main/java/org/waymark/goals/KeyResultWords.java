package org.waymark.goals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A key result in the words of whoever writes it.
 *
 * @param metric key of the metric; left out when people check in by hand
 * @param filter dimension to values, such as {@code {"channel": ["email"]}}
 * @param unit code of the unit whose interactions count
 * @param baseline a number, or a duration such as "PT4H"; left out to pool it from data
 * @param baselineWindow the days to pool it from; left out for the four complete weeks before the
 *     cycle
 * @param target a number, a duration, {@code {"changePercent": -20}} or {@code {"low": 1, "high":
 *     2}}
 * @param due left out: the cycle's last day
 * @param evidence where the number comes from when people tell it
 * @param different what will be different from now on, in words, and how far that leads
 * @param window P4W, P1W or cycle: over which days readings are pooled
 */
public record KeyResultWords(
    @Nullable String name,
    @Nullable String metric,
    @Nullable String statistic,
    @Nullable Map<String, List<String>> filter,
    @Nullable String unit,
    @Nullable String type,
    @Nullable JsonNode baseline,
    @Nullable Days baselineWindow,
    @Nullable JsonNode target,
    @Nullable LocalDate due,
    @Nullable JsonNode weight,
    @Nullable String window,
    @Nullable Evidence evidence,
    Different.@Nullable Words different) {

  /** Of a number of whose source nothing is said, nor what will be different. */
  public KeyResultWords(
      @Nullable String name,
      @Nullable String metric,
      @Nullable String statistic,
      @Nullable Map<String, List<String>> filter,
      @Nullable String unit,
      @Nullable String type,
      @Nullable JsonNode baseline,
      @Nullable Days baselineWindow,
      @Nullable JsonNode target,
      @Nullable LocalDate due,
      @Nullable JsonNode weight,
      @Nullable String window) {
    this(
        name,
        metric,
        statistic,
        filter,
        unit,
        type,
        baseline,
        baselineWindow,
        target,
        due,
        weight,
        window,
        null,
        null);
  }

  /** The same under another name. */
  KeyResultWords called(String other) {
    return new KeyResultWords(
        other,
        metric,
        statistic,
        filter,
        unit,
        type,
        baseline,
        baselineWindow,
        target,
        due,
        weight,
        window,
        evidence,
        different);
  }

  /** From one day to another, both included. */
  public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
