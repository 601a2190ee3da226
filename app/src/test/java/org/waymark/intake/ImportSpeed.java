package org.waymark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * How long a million lines take end to end, against DuckDB alone reading the same CSV and writing
 * Parquet by day, in one run. Not part of the test run; started by its name: {@code mvn -pl app -am
 * test -Dtest=ImportSpeed -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ImportSpeed {
  private static final int LINES = Integer.getInteger("waymark.speed.lines", 1_000_000);

  private static final String MAPPING =
      """
      {"source":"speed","kind":"case","formats":{"instant":"yyyy-MM-dd HH:mm:ss"},
       "fields":{"id":{"column":"id"},"startedAt":{"column":"opened"},"finishedAt":{"column":"closed"},"dueAt":{"column":"due"},
        "channel":{"column":"channel"},"unit":{"column":"department","unknown":"create"},"attributes":["type","area"]}}
      """;

  @Test
  void a_million_lines() throws Exception {
    Path folder = Files.createTempDirectory("import-speed");
    Path csv = folder.resolve("cases.csv");
    write(csv);
    TestServer.TestWorkspace workspace = TestServer.newWorkspace();
    IntakeApi intake = new IntakeApi(workspace.api());
    double first = duckdb(csv, folder.resolve("a"));
    double spent = processorSeconds();
    double second = duckdb(csv, folder.resolve("b"));
    double processorAlone = processorSeconds() - spent;
    double alone = Math.min(first, second);
    System.gc();
    double before = processorSeconds();
    long start = System.nanoTime();
    JsonNode state = intake.take(csv, MAPPING);
    double whole = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "IMPORT-SPEED lines=%d duckdb=%.2f s import=%.2f s ratio=%.1f; processor duckdb=%.2f s import=%.2f s state=%s%n",
        LINES, alone, whole, whole / alone, processorAlone, processorSeconds() - before, state);
  }

  /** Of this JVM and of the processes it started, PostgreSQL's among them, as long as they live. */
  private static double processorSeconds() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToDouble(spent -> spent.toNanos() / 1e9)
        .sum();
  }

  private static double duckdb(Path csv, Path out) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      long start = System.nanoTime();
      statement.execute(
          "COPY (SELECT *, CAST(opened AS DATE) AS day FROM read_csv('%s', header = true)) TO '%s' (FORMAT parquet, PARTITION_BY (day))"
              .formatted(csv, out));
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static void write(Path csv) throws IOException {
    Random random = new Random(11);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    String[] channels = {"phone", "email", "chat", "app"};
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("id,opened,closed,due,department,channel,type,area\n");
      for (int i = 0; i < LINES; i++) {
        LocalDateTime opened =
            LocalDateTime.of(2025, 1, 1, 0, 0)
                .plusSeconds((long) (i * (365L * 86_400) / (double) LINES));
        LocalDateTime closed = opened.plusSeconds(60 + random.nextInt(1_000_000));
        out.write("CASE-" + (10_000_000 + i));
        out.write(
            ","
                + opened.format(format)
                + ","
                + (random.nextInt(10) == 0 ? "" : closed.format(format)));
        out.write("," + opened.plusDays(5).format(format) + ",Department " + random.nextInt(20));
        out.write(
            ","
                + channels[random.nextInt(4)]
                + ",Type "
                + random.nextInt(150)
                + ",Area "
                + random.nextInt(25)
                + "\n");
      }
    }
  }
}
