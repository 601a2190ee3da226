package org.waymark.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 at random moments under write load: of the server, of PostgreSQL, of both. Afterwards
 * everything acknowledged is there, once. Three rounds here; {@code ./kill-rounds 100} does a
 * hundred.
 */
class KillRoundsTest {
  /**
   * The promise is 15 seconds on an idle machine; a busy one gets more before it counts as broken.
   */
  private static final Duration LONGEST_GAP = Duration.ofSeconds(idle() ? 15 : 90);

  private static final int ROUNDS = Integer.getInteger("waymark.rounds", 3);

  private static boolean idle() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load >= 0 && load < Runtime.getRuntime().availableProcessors() / 2.0;
  }

  @TempDir Path folder;

  enum Victim {
    SERVER,
    POSTGRES,
    BOTH
  }

  @Test
  void what_was_acknowledged_is_there_once_whoever_was_killed() throws Exception {
    long seed = Long.getLong("waymark.seed", System.nanoTime());
    Random random = new Random(seed);
    Path home = Files.createDirectories(folder.resolve("home"));
    System.out.println("kill rounds: " + ROUNDS + ", seed " + seed);
    long worst = 0;
    try (ServerProcess server = new ServerProcess(home)) {
      Writers writers = new Writers(server.address());
      try (writers) {
        awaitSuccess(server, writers, System.nanoTime());
        writers.checkIn();
        for (int round = 0; round < ROUNDS; round++) {
          Victim victim = Victim.values()[round % Victim.values().length];
          Thread.sleep(random.nextInt(300, 3_000));
          long killed = System.nanoTime();
          kill(server, victim);
          long gap = awaitSuccess(server, writers, System.nanoTime());
          worst = Math.max(worst, gap);
          System.out.printf(
              "round %d: killed %s, first write after %.1f s (%.1f s after the kill), %d acknowledged%n",
              round + 1,
              victim,
              gap / 1e9,
              (writers.lastSuccess.get() - killed) / 1e9,
              writers.acknowledged.size() + writers.checkedIn.size());
        }
      }
      assertThat(writers.surprises).isEmpty();
      check(server, writers);
    }
    System.out.printf(
        "kill rounds: nothing lost, nothing doubled; longest gap %.1f s%n", worst / 1e9);
  }

  private static void kill(ServerProcess server, Victim victim)
      throws IOException, InterruptedException {
    switch (victim) {
      case SERVER -> {
        server.killJvm();
        server.startAgain();
      }
      case POSTGRES -> server.killPostgres();
      case BOTH -> {
        server.killPostgres();
        server.killJvm();
        server.startAgain();
      }
    }
  }

  /** Waits for the first acknowledgement after a moment; how many nanoseconds it took. */
  private static long awaitSuccess(ServerProcess server, Writers writers, long since)
      throws InterruptedException, IOException {
    while (writers.lastSuccess.get() < since) {
      assertThat(server.isAlive())
          .as("the server ended:%n%s", server.isAlive() ? "" : server.console())
          .isTrue();
      assertThat(System.nanoTime() - since)
          .as(
              "nanoseconds without a successful write; surprises %s; console:%n%s",
              writers.surprises, server.console())
          .isLessThan(LONGEST_GAP.toNanos());
      Thread.sleep(20);
    }
    return writers.lastSuccess.get() - since;
  }

  private static void check(ServerProcess server, Writers writers)
      throws SQLException, IOException {
    try (Connection inside = server.lookInside();
        var statement = inside.createStatement()) {
      Set<String> held = new HashSet<>();
      try (var rows = statement.executeQuery("select item_id from interaction_key")) {
        while (rows.next()) {
          assertThat(held.add(rows.getString(1))).as("held once").isTrue();
        }
      }
      assertThat(held).as("nothing lost, nothing that nobody sent").isEqualTo(writers.acknowledged);
      List<String> checkIns = new ArrayList<>();
      try (var rows = statement.executeQuery("select note from check_in")) {
        while (rows.next()) {
          checkIns.add(rows.getString(1));
        }
      }
      assertThat(writers.checkedIn).isNotEmpty();
      assertThat(checkIns).doesNotHaveDuplicates();
      assertThat(checkIns).containsExactlyInAnyOrderElementsOf(writers.checkedIn);
      try (var row =
          statement.executeQuery(
              "select sum(accepted), sum(corrected), sum(repeated), sum(refused) from import")) {
        row.next();
        assertThat(row.getLong(1)).as("accepted by the imports").isEqualTo(held.size());
        assertThat(row.getLong(2) + row.getLong(3) + row.getLong(4))
            .as("counted twice or refused")
            .isZero();
      }
      checkFacts(server, statement, held.size());
    }
  }

  private static void checkFacts(ServerProcess server, Statement statement, int held)
      throws SQLException {
    long rows = 0;
    try (var files = statement.executeQuery("select path, row_count from fact_file")) {
      while (files.next()) {
        assertThat(server.facts().resolve(files.getString(1))).isNotEmptyFile();
        rows += files.getLong(2);
      }
    }
    assertThat(rows).as("rows in the files that the manifest names").isEqualTo(held);
  }
}
