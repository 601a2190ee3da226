package org.waymark.measurement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.Behind;
import org.waymark.measurement.Period;

/**
 * The interactions behind a number.
 *
 * @param title name of the metric
 * @param back address of the metric's page
 * @param next address of the next page of the list; null on the last
 */
public record BehindPage(
    String title, Period days, String back, List<Behind> items, @Nullable String next) {

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
