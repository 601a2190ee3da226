package org.waymark.measure;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Moment;

/**
 * How far each source is known: an item without an end is known to be open only until then.
 *
 * @param asOf nothing later than this microsecond counts; {@link Long#MAX_VALUE} for all
 * @param until by source number, the microsecond of its latest snapshot or arrival
 */
public record Known(long asOf, Map<Integer, Long> until) {
  public Known {
    until = Map.copyOf(until);
  }

  public static Known of(@Nullable Instant asOf, Map<Integer, Long> until) {
    return new Known(asOf == null ? Long.MAX_VALUE : Moment.micros(asOf), until);
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
