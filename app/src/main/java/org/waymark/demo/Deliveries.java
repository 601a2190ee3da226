package org.waymark.demo;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Imports;
import org.waymark.intake.SavedMappings;
import org.waymark.intake.Spool;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the company's files in, as a person does: upload, mapping, import, saved for next time.
 */
@Component
class Deliveries {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Spool spool;
  private final Imports imports;
  private final SavedMappings mappings;
  private final DemonstrationTable table;
  private final Tenancy tenancy;

  Deliveries(
      Spool spool,
      Imports imports,
      SavedMappings mappings,
      DemonstrationTable table,
      Tenancy tenancy) {
    this.spool = spool;
    this.imports = imports;
    this.mappings = mappings;
    this.table = table;
    this.tenancy = tenancy;
  }

  /**
   * Takes files in and waits until all are done. The next one is written while the one before it is
   * read.
   *
   * @param step told once for each file that is done
   * @throws IllegalStateException when one could not be taken in
   */
  void bring(Caller by, ZoneId zone, List<Supplier<Feed>> feeds, Runnable step) {
    List<UUID> arriving = new ArrayList<>();
    for (Supplier<Feed> feed : feeds) {
      arriving.add(start(by, zone, feed.get()));
    }
    for (UUID id : arriving) {
      waitFor(by, id);
      step.run();
    }
  }

  private UUID start(Caller by, ZoneId zone, Feed feed) {
    ObjectNode mapping = (ObjectNode) Json.mapper().readTree(feed.mapping());
    ObjectNode dated = mapping.deepCopy();
    dated.put("snapshotAt", feed.known().atStartOfDay(zone).toOffsetDateTime().toString());
    Spool.Spooled spooled = spool.take(new ByteArrayInputStream(feed.bytes()));
    return tenancy.in(
        by.workspace(),
        () -> {
          UUID id = imports.upload(by, feed.fileName(), spooled, dated).id();
          if (mapping.has("source")) {
            mappings.save(by, feed.source(), mapping, feed.header(), null);
          }
          table.made("import", id.toString());
          return id;
        });
  }

  private void waitFor(Caller by, UUID id) {
    long until = System.nanoTime() + LONGEST.toNanos();
    ImportRow row = tenancy.in(by.workspace(), () -> imports.get(by, id));
    while (row.running() && System.nanoTime() < until) {
      try {
        Thread.sleep(Duration.ofMillis(25));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while " + row.fileName() + " came in", e);
      }
      row = tenancy.in(by.workspace(), () -> imports.get(by, id));
    }
    if (!row.state().equals("done")) {
      throw new IllegalStateException(
          row.fileName()
              + " is "
              + row.state()
              + (row.trouble() == null ? "" : ": " + row.trouble()));
    }
  }
}
