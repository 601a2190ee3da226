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
 * @param said what they come to, with how many there are
 * @param only the part that was asked for; null for everything
 * @param back address of the metric's page, as it was looked at
 * @param next address of the next page of the list; null on the last
 * @param table address of all of them as CSV
 * @param units names of units by code
 */
public record BehindPage(
    String title,
    Period days,
    Said said,
    @Nullable String only,
    String back,
    List<Behind> items,
    @Nullable String next,
    String table,
    Map<String, String> units) {

  /** The name of a unit, or its code when it is no more. */
  public String unit(String code) {
    return units.getOrDefault(code, code);
  }

  public boolean hasDue() {
    return items.stream().anyMatch(item -> item.dueAt() != null);
  }

  public boolean hasResponse() {
    return items.stream().anyMatch(item -> item.respondedAt() != null);
  }

  public boolean hasFinish() {
    return items.stream().anyMatch(item -> item.finishedAt() != null);
  }

  public boolean hasScore() {
    return items.stream().anyMatch(item -> item.score() != null);
  }

  /** Whether numbers that arrived already added up are among them. */
  public boolean hasCounts() {
    return items.stream().anyMatch(item -> item.numerator() != null);
  }

  public boolean hasChannel() {
    return items.stream().anyMatch(item -> item.channel() != null);
  }
}
