package org.waymark.measurement.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.Behind;
import org.waymark.measurement.Period;

/**
 * The interactions behind a number.
 *
 * @param title name of the metric
 * @param back address of the metric's page
 * @param next address of the next page of the list; null on the last
 * @param units names of units by code
 */
public record BehindPage(
    String title,
    Period days,
    String back,
    List<Behind> items,
    @Nullable String next,
    Map<String, String> units) {

  /** The name of a unit, or its code when it is no more. */
  public String unit(String code) {
    return units.getOrDefault(code, code);
  }

  public boolean hasDue() {
    return items.stream().anyMatch(item -> item.dueAt() != null);
  }

  public boolean hasFinish() {
    return items.stream().anyMatch(item -> item.finishedAt() != null);
  }

  public boolean hasScore() {
    return items.stream().anyMatch(item -> item.score() != null);
  }
}
