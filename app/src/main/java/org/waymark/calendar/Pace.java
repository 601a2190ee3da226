package org.waymark.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How often a calendar may be fetched. Calendars ask a few times a day; one that asks without end
 * is told when to come again. Counted in this server's memory: a new start begins anew.
 */
@Component
class Pace {
  /** Fetches of one address within {@link #WINDOW}. */
  static final int MOST = 60;

  static final Duration WINDOW = Duration.ofHours(1);

  private final Map<UUID, Counted> counts = new ConcurrentHashMap<>();
  private final Clock clock;

  Pace(Clock clock) {
    this.clock = clock;
  }

  private record Counted(Instant since, int fetches) {}

  /** Counts one fetch; when there were too many, how long to wait. */
  Optional<Duration> count(UUID link) {
    Instant now = clock.instant();
    counts.values().removeIf(counted -> !counted.since().plus(WINDOW).isAfter(now));
    Counted counted =
        counts.merge(
            link, new Counted(now, 1), (so, one) -> new Counted(so.since(), so.fetches() + 1));
    return counted.fetches() > MOST
        ? Optional.of(Duration.between(now, counted.since().plus(WINDOW)))
        : Optional.empty();
  }
}
