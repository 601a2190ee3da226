package org.waymark.measure;

import java.util.Comparator;
import org.waymark.measure.clock.Hours;

/**
 * What tells how long an item has been open: how far its source is known, and whose clock counts.
 *
 * @param source number of the source
 * @param schedule number of the schedule whose clock shows the start; {@link Hours#UNKNOWN} for the
 *     calendar, whose clock shows microseconds since 1970
 */
public record OpenBy(int source, int schedule) implements Comparable<OpenBy> {

  private static final Comparator<OpenBy> ORDER =
      Comparator.comparingInt(OpenBy::source).thenComparingInt(OpenBy::schedule);

  /** Counted by the calendar. */
  static OpenBy calendar(int source) {
    return new OpenBy(source, Hours.UNKNOWN);
  }

  @Override
  public int compareTo(OpenBy other) {
    return ORDER.compare(this, other);
  }
}
