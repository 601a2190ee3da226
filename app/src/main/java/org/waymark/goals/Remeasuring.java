package org.waymark.goals;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.waymark.measurement.MetricMeasured;
import org.waymark.platform.Outbox;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** Keeps goals' measurements fresh: when a metric was measured anew, and once a day. */
@Component
class Remeasuring implements Outbox.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Remeasuring.class);

  private final Snapshots snapshots;
  private final Tenancy tenancy;

  Remeasuring(Snapshots snapshots, Tenancy tenancy) {
    this.snapshots = snapshots;
    this.tenancy = tenancy;
  }

  @Override
  public String kind() {
    return MetricMeasured.KIND;
  }

  /** The same announcement again finds nothing new and adds nothing. */
  @Override
  public void handle(UUID workspace, String subject, JsonNode payload) {
    snapshots.measured(subject);
  }

  /**
   * Every six hours, so that in every zone a day has ended by one of them; the same day adds no
   * second row.
   */
  @Scheduled(cron = "0 10 */6 * * *", zone = "UTC")
  void everyDay() {
    for (UUID workspace : tenancy.workspaces()) {
      try {
        tenancy.run(workspace, snapshots::daily);
      } catch (RuntimeException e) {
        LOG.error(
            "The goals of workspace {} were not measured today; trying again later.", workspace, e);
      }
    }
  }
}
