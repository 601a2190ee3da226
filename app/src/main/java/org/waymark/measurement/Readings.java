package org.waymark.measurement;

import java.time.Instant;
import java.util.List;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.metric.Unit;

/**
 * The answer to a {@link ReadingQuery}: a function of the set of interactions and of {@code asOf},
 * nothing else.
 *
 * @param metric the definition that was used; its version belongs to the number
 * @param asOf what was known then
 * @param items by period, then by value (those without one last); every value appears in every
 *     period
 */
public record Readings(
    MetricDefinition metric, Statistic statistic, Instant asOf, List<PeriodReading> items) {

  public Readings {
    items = List.copyOf(items);
  }

  /** What the values are counted in. */
  public Unit unit() {
    return metric.unit(statistic);
  }

  /** Which way is better. */
  public Direction direction() {
    return metric.direction(statistic);
  }

  /**
   * The one reading of a query that neither cuts the days nor the items.
   *
   * @throws IllegalStateException when there are several
   */
  public Reading single() {
    if (items.size() != 1) {
      throw new IllegalStateException(items.size() + " readings, not one");
    }
    return items.getFirst().reading();
  }
}
