package org.waymark.measurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Changes;
import org.waymark.platform.Outbox;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces;

/**
 * Announces metrics of whole periods when facts have changed that they may look at. They are
 * computed only when somebody asks; who waits for them, such as a key result, learns here that it
 * is time to ask.
 */
@Component
class Announcing {
  private final Metrics metrics;
  private final PeriodTable table;
  private final PartialTable days;
  private final Workspaces workspaces;
  private final Outbox outbox;
  private final Changes changes;
  private final Tenancy tenancy;

  Announcing(
      Metrics metrics,
      PeriodTable table,
      PartialTable days,
      Workspaces workspaces,
      Outbox outbox,
      Changes changes,
      Tenancy tenancy) {
    this.metrics = metrics;
    this.table = table;
    this.days = days;
    this.workspaces = workspaces;
    this.outbox = outbox;
    this.changes = changes;
    this.tenancy = tenancy;
  }

  /** For the bound workspace; the same state of the facts is announced once. */
  void announce() {
    UUID workspace = tenancy.current();
    tenancy.run(
        workspace,
        () -> {
          Map<String, MetricDefinition> across = new LinkedHashMap<>();
          List<MetricDefinition> all = metrics.all();
          table.sweep(all.stream().map(MetricDefinition::key).toList());
          for (MetricDefinition metric : all) {
            if (metric.measure().acrossDays()) {
              across.put(metric.key(), metric);
            }
          }
          LocalDate today = workspaces.today();
          for (String key : table.changed(new ArrayList<>(across.values()))) {
            MetricDefinition metric = Objects.requireNonNull(across.get(key));
            LocalDate first = days.firstDay(metric).orElse(today);
            outbox.publish(
                MetricMeasured.KIND,
                key,
                new MetricMeasured(workspace, key, first.isAfter(today) ? today : first, today));
            changes.tell(workspace, "metric", key);
          }
        });
  }
}
