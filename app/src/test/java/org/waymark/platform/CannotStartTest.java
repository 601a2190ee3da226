package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is in the way of a start is told in one plain line with the way out, and the process
 * ends with a failure.
 */
class CannotStartTest {
  @TempDir Path folder;

  /** Runs the server as a process of its own, which is expected to end by itself. */
  private String refusal(Map<String, String> settings) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.waymark.Waymark");
    command.environment().keySet().removeIf(name -> name.startsWith("WAYMARK_"));
    command
        .environment()
        .putAll(Map.of("WAYMARK_HOME", folder.resolve("home").toString(), "WAYMARK_PORT", "0"));
    command.environment().putAll(settings);
    Path said = folder.resolve("said");
    Process process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isNotZero();
    List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("Waymark cannot start: ");
    return lines.getFirst();
  }

  @Test
  void a_demonstration_that_would_be_seen_or_kept_elsewhere() {
    Map<String, String> asked = Map.of("WAYMARK_DEMO", "yes", "WAYMARK_HOME", folder.toString());
    assertThat(Settings.from(asked).demonstration()).isTrue();
    assertThat(Settings.from(Map.of()).demonstration()).isFalse();
    Map<String, String> refused =
        Map.of(
            "WAYMARK_ADDRESS", "0.0.0.0",
            "WAYMARK_DATABASE_URL", "postgresql://somewhere/else",
            "WAYMARK_BOOTSTRAP_TOKEN", "wm_0123456789012345678901234567890123",
            "WAYMARK_DEMO", "perhaps");
    refused.forEach(
        (name, value) -> {
          Map<String, String> settings = new HashMap<>(asked);
          settings.put(name, value);
          assertThatThrownBy(() -> Settings.from(settings))
              .isInstanceOf(CannotStart.class)
              .hasMessageContaining(name);
        });
  }

  @Test
  void settings_that_make_no_sense() throws Exception {
    assertThat(refusal(Map.of("WAYMARK_PORT", "http"))).contains("WAYMARK_PORT is \"http\"");
    assertThat(refusal(Map.of("WAYMARK_ZONE", "Mars/Base"))).contains("Europe/Berlin");
    assertThat(refusal(Map.of("WAYMARK_BOOTSTRAP_TOKEN", "wm_short")))
        .contains("at least 32 characters");
    assertThat(refusal(Map.of("WAYMARK_DATABASE_URL", "mysql://x")))
        .contains("postgresql://user:password@host");
  }

  @Test
  void a_home_that_cannot_be_written() throws Exception {
    Files.writeString(folder.resolve("file"), "in the way");
    assertThat(refusal(Map.of("WAYMARK_HOME", folder.resolve("file/home").toString())))
        .contains("cannot be written. Make it writable, or set WAYMARK_HOME");
  }

  @Test
  void another_server_on_the_same_home() throws Exception {
    try (Home held = Home.open(folder.resolve("home"))) {
      assertThat(refusal(Map.of())).contains("Another Waymark server is using " + held.root());
    }
  }

  @Test
  void a_port_that_is_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal(Map.of("WAYMARK_PORT", Integer.toString(taken.getLocalPort()))))
          .contains("Port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used")
          .contains("WAYMARK_PORT");
    }
  }

  @Test
  void a_database_of_another_major_version() throws Exception {
    Path data = Files.createDirectories(folder.resolve("home/database/cluster/data"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    assertThat(refusal(Map.of())).contains("made by PostgreSQL 17, this Waymark brings 18");
  }

  @Test
  void an_external_database_that_does_not_answer() throws Exception {
    assertThat(
            refusal(Map.of("WAYMARK_DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/waymark")))
        .contains("cannot be used")
        .doesNotContain("secret");
  }

  @Test
  void a_schema_newer_than_this_build() throws Exception {
    Settings settings =
        new Settings(folder.resolve("home"), 0, "127.0.0.1", null, ZoneOffset.UTC, null);
    try (Installation installation = Installation.open(settings)) {
      newerSchema(installation.database());
    }
    assertThat(refusal(Map.of())).contains("written by a newer Waymark (schema 9999)");
  }

  private static void newerSchema(Database database) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into flyway_schema_history
            (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
          values (9999, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'x', 1, true)
          """);
    }
  }
}
