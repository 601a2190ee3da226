package org.waymark.measure;

import java.time.LocalDate;
import java.time.ZoneId;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.Measure;

/**
 * A period of whole local days as microseconds since 1970, because customers are followed from
 * instant to instant.
 *
 * @param from first local day
 * @param to last local day, included
 * @param beforeUs where the time before it begins that the measure looks back on; the start itself
 *     when it looks back on none
 * @param startUs the midnight at which the first day begins
 * @param endUs the midnight at which the last day ends, no longer included
 */
public record Span(LocalDate from, LocalDate to, long beforeUs, long startUs, long endUs) {

  public Span {
    if (from.isAfter(to) || startUs >= endUs || beforeUs > startUs) {
      throw new IllegalArgumentException("a span runs from its first to its last day");
    }
  }

  /** The days as a measure sees them, in the zone in which days are days. */
  public static Span of(LocalDate from, LocalDate to, Measure measure, ZoneId zone) {
    LocalDate before = measure instanceof Measure.Repeat repeat ? repeat.since(from, to) : from;
    return new Span(
        from, to, midnight(before, zone), midnight(from, zone), midnight(to.plusDays(1), zone));
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return Moment.micros(day.atStartOfDay(zone).toInstant());
  }

  boolean contains(long us) {
    return us >= startUs && us < endUs;
  }
}
