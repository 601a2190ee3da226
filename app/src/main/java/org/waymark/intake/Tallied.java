package org.waymark.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;

/**
 * The metrics that numbers already added up can be pooled into. They are looked up when the first
 * such number comes: nearly every import has none.
 */
final class Tallied {
  private final Supplier<List<MetricDefinition>> metrics;
  private @Nullable List<MetricDefinition> known;

  /**
   * @param metrics every metric of the workspace; asked at most once
   */
  Tallied(Supplier<List<MetricDefinition>> metrics) {
    this.metrics = metrics;
  }

  /**
   * The metric with this key, which takes added-up numbers.
   *
   * @throws Refused when there is none, or it cannot be pooled
   */
  MetricDefinition metric(String key) {
    Optional<MetricDefinition> found =
        all().stream().filter(metric -> metric.key().equals(key)).findFirst();
    if (found.isEmpty()) {
      throw new Refused(
          "metric",
          Refused.quote(key)
              + " is not a metric here: define it first, or use one of "
              + offered());
    }
    if (!found.get().measure().acceptsTallies()) {
      throw new Refused(
          "metric",
          Refused.quote(key)
              + " cannot be pooled from sums with its uncertainty: send the single interactions, or use one of "
              + offered());
    }
    return found.get();
  }

  /** Whether a count alone makes the number; a share needs what it is a share of. */
  static boolean counts(MetricDefinition metric) {
    return metric.measure() instanceof Measure.Count;
  }

  private String offered() {
    return all().stream()
        .filter(metric -> metric.measure().acceptsTallies())
        .map(MetricDefinition::key)
        .collect(Collectors.joining(", "));
  }

  private List<MetricDefinition> all() {
    if (known == null) {
      known = metrics.get();
    }
    return known;
  }
}
