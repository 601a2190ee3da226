package org.waymark.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Api;
import tools.jackson.databind.JsonNode;

/**
 * An import whose server is killed goes on where its last chunk ended, and each line counts once.
 */
class ImportGoesOnTest {
  /** What an idle server needs (28 MB) and 64 MB more: an import of any size takes no more. */
  private static final String ROOM = "-Xmx92m";

  private static final int LINES = 1_100_000; // two chunks
  private static final String MAPPING =
      "{\"source\":\"s\",\"kind\":\"case\",\"snapshotAt\":\"2026-01-01T00:00:00Z\","
          + "\"fields\":{\"id\":{\"column\":\"id\"},\"startedAt\":{\"column\":\"at\"}}}";

  @TempDir Path folder;

  @Test
  void an_import_goes_on_after_a_kill_and_what_no_manifest_knows_is_swept() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    try (ServerProcess server = new ServerProcess(home, ROOM)) {
      Api api = new Api(server.address(), ServerProcess.TOKEN);
      await(() -> api.get("/imports").status() == 200);
      Api.Answer answer =
          api.send(
              api.request("/imports")
                  .header("Content-Type", "multipart/form-data; boundary=b")
                  .POST(BodyPublishers.ofFile(upload())));
      assertThat(answer.status()).as(answer.body()).isEqualTo(202);
      String path = "/imports/" + answer.json().get("id").asString();
      await(() -> number(server, "select lines from import") > 0);
      server.killJvm();
      assertThat(number(server, "select lines from import")).isBetween(1L, LINES - 1L);

      Path orphan;
      try (var workspaces = Files.list(server.facts())) {
        orphan = workspaces.findFirst().orElseThrow().resolve("left-over.parquet");
      }
      Files.writeString(orphan, "half a file");
      Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
      server.startAgain();

      await(() -> !api.get(path).json().path("state").asString("running").equals("running"));
      JsonNode done = api.get(path).json();
      assertThat(done.get("state").asString()).isEqualTo("done");
      assertThat(done.get("lines").asLong()).isEqualTo(LINES);
      assertThat(done.get("accepted").asLong()).isEqualTo(LINES);
      assertThat(done.get("repeated").asLong() + done.get("refused").asLong()).isZero();
      assertThat(api.get("/sources").body()).contains("\"held\":" + LINES);
      assertThat(number(server, "select sum(row_count) from fact_file")).isEqualTo(LINES);
      await(() -> Files.notExists(orphan));
    }
  }

  private Path upload() throws IOException {
    Path file = folder.resolve("upload");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("--b\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n" + MAPPING);
      out.write(
          "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nid,at\n");
      for (int line = 0; line < LINES; line++) {
        out.write("c" + line + ",2025-0" + (1 + line % 9) + "-01T10:00:00Z\n");
      }
      out.write("\r\n--b--\r\n");
    }
    return file;
  }

  private static long number(ServerProcess server, String question)
      throws SQLException, IOException {
    try (Connection inside = server.lookInside();
        Statement statement = inside.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant giveUp = Instant.now().plus(Duration.ofMinutes(3));
    while (!holds(condition)) {
      assertThat(Instant.now()).isBefore(giveUp);
      Thread.sleep(100);
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (UncheckedIOException e) {
      return false; // it is not up yet
    }
  }
}
