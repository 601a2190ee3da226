package org.waymark.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.waymark.platform.Home;
import org.waymark.platform.Tenancy;

/** Puts away files that were uploaded by page and that nobody came back for within a day. */
@Component
@EnableScheduling
class AbandonedUploads {
  static final Duration KEPT = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedUploads.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Spool spool;
  private final Home home;
  private final Clock clock;

  AbandonedUploads(JdbcClient jdbc, Tenancy tenancy, Spool spool, Home home, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.spool = spool;
    this.home = home;
    this.clock = clock;
  }

  @Scheduled(cron = "0 20 * * * *", zone = "UTC")
  void putAway() {
    putAway(clock.instant().minus(KEPT));
  }

  /** Removes what arrived before an instant and still waits. */
  void putAway(Instant before) {
    for (UUID workspace : tenancy.workspaces()) {
      tenancy.in(workspace, () -> forget(before)).forEach(id -> Spool.delete(spool.of(id)));
    }
    try (Stream<Path> files = Files.list(home.spool())) {
      for (Path file : files.filter(AbandonedUploads::brokenOff).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("Uploads that broke off could not be removed from {}.", home.spool(), e);
    }
  }

  private List<UUID> forget(Instant before) {
    return jdbc.sql(
            """
            delete from pending_upload where workspace_id = :workspace and arrived_at < :before
            returning id
            """)
        .param("workspace", tenancy.current())
        .param("before", ImportTable.at(before))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** An upload that never became anything: its connection broke, or the server stopped. */
  private static boolean brokenOff(Path file) {
    return file.getFileName().toString().startsWith("arriving-");
  }
}
