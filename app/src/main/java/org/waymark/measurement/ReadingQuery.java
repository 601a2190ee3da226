package org.waymark.measurement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of one metric.
 *
 * @param metric key in the catalogue
 * @param statistic as in the API, such as {@code p90} or {@code within:PT4H}; the metric's first
 *     when null
 * @param days local days of the metric's anchor
 * @param per into which periods the days are cut
 * @param by one dimension to cut by, such as {@code channel}; null for the whole
 * @param filters by dimension the values that count: units by code (each with everything below it),
 *     all else as the facts spell it; all filters have to hold
 * @param weighted whether survey weights count
 * @param asOf what was known at that moment; null for now
 * @param standing which tree of units counts
 */
public record ReadingQuery(
    String metric,
    @Nullable String statistic,
    Period days,
    Per per,
    @Nullable String by,
    Map<String, List<String>> filters,
    boolean weighted,
    @Nullable Instant asOf,
    Standing standing) {

  public ReadingQuery {
    Map<String, List<String>> sorted = new TreeMap<>();
    filters.forEach((dimension, values) -> sorted.put(dimension, List.copyOf(values)));
    filters = java.util.Collections.unmodifiableMap(sorted);
  }

  /** The whole of the days as one number, as of now. */
  public static ReadingQuery pooled(String metric, @Nullable String statistic, Period days) {
    return new ReadingQuery(
        metric, statistic, days, Per.ALL, null, Map.of(), false, null, Standing.THEN);
  }

  /** The same question of another metric. */
  public ReadingQuery of(String other) {
    return new ReadingQuery(other, statistic, days, per, by, filters, weighted, asOf, standing);
  }

  public ReadingQuery per(Per other) {
    return new ReadingQuery(metric, statistic, days, other, by, filters, weighted, asOf, standing);
  }

  public ReadingQuery days(Period others) {
    return new ReadingQuery(metric, statistic, others, per, by, filters, weighted, asOf, standing);
  }

  public ReadingQuery by(@Nullable String dimension) {
    return new ReadingQuery(
        metric, statistic, days, per, dimension, filters, weighted, asOf, standing);
  }

  public ReadingQuery where(Map<String, List<String>> others) {
    return new ReadingQuery(metric, statistic, days, per, by, others, weighted, asOf, standing);
  }

  public ReadingQuery asOf(@Nullable Instant moment) {
    return new ReadingQuery(metric, statistic, days, per, by, filters, weighted, moment, standing);
  }

  public ReadingQuery weighted(boolean weights) {
    return new ReadingQuery(metric, statistic, days, per, by, filters, weights, asOf, standing);
  }
}
