package org.waymark.measure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Measure;

/**
 * What an engine is asked of a metric whose numbers do not add up from days: a cell for each whole
 * period, made from the interactions themselves. The day of such a {@link Cell} is the first day of
 * its period.
 *
 * @param items which interactions count, for whom, and what was known; its days reach from the
 *     first day of any span to the last
 * @param spans the periods; each begins on another day
 * @param cohorts the periods by whose first visit customers are told apart, when the metric is cut
 *     by cohort: cells then carry the first day of the cohort as their value
 */
public record PeriodPlan(Plan items, List<Span> spans, List<Span> cohorts) {

  public PeriodPlan {
    spans = List.copyOf(spans);
    cohorts = List.copyOf(cohorts);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a plan of periods names at least one");
    }
    if (spans.stream().map(Span::from).distinct().count() < spans.size()) {
      throw new IllegalArgumentException("two periods begin on one day");
    }
    if (!items.metric().measure().acrossDays()) {
      throw new IllegalArgumentException(items.metric().key() + " adds up from days");
    }
    if (cohorts.isEmpty() == Dimension.COHORT.equals(items.by())) {
      throw new IllegalArgumentException("cohorts, and only cohorts, are cut into periods");
    }
  }

  /** A stretch of local days, both ends included. */
  public record Days(LocalDate from, LocalDate to) {}

  /** The periods of a plan, in the zone in which days are days. */
  public static PeriodPlan of(Plan items, Collection<Days> periods, ZoneId zone) {
    return of(items, periods, List.of(), zone);
  }

  /** The same by cohorts. */
  public static PeriodPlan of(
      Plan items, Collection<Days> periods, Collection<Days> cohorts, ZoneId zone) {
    Measure measure = items.metric().measure();
    return new PeriodPlan(items, spans(periods, measure, zone), spans(cohorts, measure, zone));
  }

  private static List<Span> spans(Collection<Days> periods, Measure measure, ZoneId zone) {
    return periods.stream()
        .map(days -> Span.of(days.from(), days.to(), measure, zone))
        .sorted(Comparator.comparingLong(Span::startUs))
        .toList();
  }

  Measure measure() {
    return items.metric().measure();
  }

  /** Where the earliest time looked at begins. */
  long firstUs() {
    return spans.stream().mapToLong(Span::beforeUs).min().orElseThrow();
  }

  /** Where the latest period ends, no longer included. */
  long endUs() {
    return spans.stream().mapToLong(Span::endUs).max().orElseThrow();
  }
}
