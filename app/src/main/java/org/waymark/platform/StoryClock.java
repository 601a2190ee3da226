package org.waymark.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The server's clock. While a story is told, the thread that tells it sees the moment it tells of:
 * that is how the demonstration has goals that were closed last quarter, through the verbs people
 * use. The audit does not look at this clock; it always says when something was really done.
 */
public final class StoryClock extends Clock {
  private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

  private final Clock wall;

  StoryClock(Clock wall) {
    this.wall = wall;
  }

  /** Does work as if it were done at an earlier moment. */
  public static <T> T telling(Instant moment, Supplier<T> work) {
    return ScopedValue.where(TOLD, moment).call(work::get);
  }

  @Override
  public Instant instant() {
    return TOLD.isBound() ? TOLD.get() : wall.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return wall.withZone(zone);
  }
}
