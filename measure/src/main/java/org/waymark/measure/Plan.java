package org.waymark.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;

/**
 * What an engine is asked: the numbers of one metric for some local days of its anchor.
 *
 * @param from first local day
 * @param to last local day, included
 * @param by cut by this dimension, or null for the total alone
 * @param filters all of them have to hold; on declared dimensions only, each at most once
 * @param asOf what was known then: nothing that started later exists, and an instant that lies
 *     later has not happened yet; null for all that is known
 * @param knownUntil by source number, the microsecond until which its items are known
 * @param withdrawnImports imports whose rows do not count
 * @param hours when people work, for metrics in business hours
 */
public record Plan(
    MetricDefinition metric,
    LocalDate from,
    LocalDate to,
    @Nullable Dimension by,
    List<Filter> filters,
    @Nullable Instant asOf,
    Map<Integer, Long> knownUntil,
    Set<Long> withdrawnImports,
    Hours hours) {

  /** A plan of a metric that does not ask when people work. */
  public Plan(
      MetricDefinition metric,
      LocalDate from,
      LocalDate to,
      @Nullable Dimension by,
      List<Filter> filters,
      @Nullable Instant asOf,
      Map<Integer, Long> knownUntil,
      Set<Long> withdrawnImports) {
    this(metric, from, to, by, filters, asOf, knownUntil, withdrawnImports, Hours.NONE);
  }

  public Plan {
    filters = List.copyOf(filters);
    knownUntil = Map.copyOf(knownUntil);
    withdrawnImports = Set.copyOf(withdrawnImports);
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("the period ends before it begins");
    }
    if (by != null && !metric.has(by)) {
      throw new IllegalArgumentException(metric.key() + " does not declare " + by.code());
    }
    Set<Dimension> filtered = new HashSet<>();
    for (Filter filter : filters) {
      if (!metric.has(filter.dimension())) {
        throw new IllegalArgumentException(
            metric.key() + " does not declare " + filter.dimension().code());
      }
      if (!filtered.add(filter.dimension())) {
        throw new IllegalArgumentException("filtered twice by " + filter.dimension().code());
      }
    }
  }

  /** All items of all days between two, by nothing. */
  public static Plan of(
      MetricDefinition metric, LocalDate from, LocalDate to, Map<Integer, Long> knownUntil) {
    return new Plan(metric, from, to, null, List.of(), null, knownUntil, Set.of());
  }

  public Plan by(@Nullable Dimension dimension) {
    return new Plan(
        metric, from, to, dimension, filters, asOf, knownUntil, withdrawnImports, hours);
  }

  public Plan filtered(List<Filter> by) {
    return new Plan(metric, from, to, this.by, by, asOf, knownUntil, withdrawnImports, hours);
  }

  public Plan asOf(@Nullable Instant moment) {
    return new Plan(metric, from, to, by, filters, moment, knownUntil, withdrawnImports, hours);
  }

  public Plan without(Set<Long> imports) {
    return new Plan(metric, from, to, by, filters, asOf, knownUntil, imports, hours);
  }

  public Plan timedBy(Hours hours) {
    return new Plan(metric, from, to, by, filters, asOf, knownUntil, withdrawnImports, hours);
  }

  /** The last microsecond that counts, or the largest number there is. */
  public long asOfMicros() {
    return asOf == null ? Long.MAX_VALUE : Moment.micros(asOf);
  }

  /** What is known, seen from this plan's asOf. */
  public Known known() {
    return new Known(asOfMicros(), knownUntil, hours);
  }
}
