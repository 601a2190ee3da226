package org.waymark.attainment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.goals.Course;
import org.waymark.goals.Foretelling;
import org.waymark.goals.Foretold;
import org.waymark.goals.KeyResultsMeasured;
import org.waymark.platform.Tenancy;

/**
 * Says where key results will be each time they are measured, and keeps what it said: nothing that
 * was shown to anybody is ever changed or forgotten.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Forecasts implements Foretelling {
  private final SayingTable table;
  private final Tenancy tenancy;
  private final Clock clock;

  Forecasts(SayingTable table, Tenancy tenancy, Clock clock) {
    this.table = table;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** All in two statements; what says nothing new is not kept again. */
  @EventListener
  void measured(KeyResultsMeasured measured) {
    if (measured.courses().isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Map<UUID, Saying> before =
        table.newest(measured.courses().stream().map(Course::keyResult).toList());
    List<Saying> news = new ArrayList<>();
    for (Course course : measured.courses()) {
      Saying saying = Saying.of(course, now);
      if (saying.isNews(before.get(saying.keyResult()))) {
        news.add(saying);
      }
    }
    table.add(tenancy.current(), news);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Foretold foretell(Course course) {
    return Saying.of(course, clock.instant()).shownOf(course);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
  public Map<UUID, Foretold> newest(Collection<UUID> keyResults) {
    Map<UUID, Foretold> newest = new HashMap<>();
    if (!keyResults.isEmpty()) {
      table
          .newest(keyResults)
          .forEach((id, saying) -> saying.shown().ifPresent(shown -> newest.put(id, shown)));
    }
    return newest;
  }
}
