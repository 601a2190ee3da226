package org.waymark.measure;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.fact.Moment;

/**
 * How far each source is known: an item without an end is known to be open only until then.
 *
 * @param asOf nothing later than this microsecond counts; {@link Long#MAX_VALUE} for all
 * @param until by source number, the microsecond of its latest snapshot or arrival
 * @param hours when people work, for what is timed by business hours
 */
public record Known(long asOf, Map<Integer, Long> until, Hours hours) {
  public Known(long asOf, Map<Integer, Long> until) {
    this(asOf, until, Hours.NONE);
  }

  public Known {
    until = Map.copyOf(until);
  }

  public static Known of(@Nullable Instant asOf, Map<Integer, Long> until) {
    return of(asOf, until, Hours.NONE);
  }

  public static Known of(@Nullable Instant asOf, Map<Integer, Long> until, Hours hours) {
    return new Known(asOf == null ? Long.MAX_VALUE : Moment.micros(asOf), until, hours);
  }

  /** What the clock of an open item shows when it was last known to be open. */
  long clock(OpenBy by) {
    long us = of(by.source());
    return by.schedule() == Hours.UNKNOWN ? us : hours.clock(by.schedule()).at(us);
  }

  /**
   * The microsecond until which a source's open items are known to be open.
   *
   * @throws IllegalArgumentException when nobody said how far the source is known
   */
  public long of(int source) {
    Long known = until.get(source);
    if (known == null) {
      throw new IllegalArgumentException("nobody said until when source " + source + " is known");
    }
    return Math.min(asOf, known);
  }

  /** Whether anything is known of a source. */
  public boolean has(int source) {
    return until.containsKey(source);
  }
}
