package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.speed.ServerTime;
import tools.jackson.databind.JsonNode;

/**
 * How long a million lines take end to end, against DuckDB alone reading the same CSV and writing
 * Parquet by day, in one run: with a narrow made-up file, and with the requests of Boston repeated
 * under new ids. Each is taken in twice, with other ids, for a server warms up. Not part of the
 * test run; started by its name: {@code mvn -pl app -am test -Dtest=ImportSpeed
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ImportSpeed {
  private static final int LINES = Integer.getInteger("waymark.speed.lines", 1_000_000);

  @Test
  void a_million_narrow_lines() throws Exception {
    compare(
        "narrow",
        (csv, prefix) -> NarrowLines.write(csv, prefix, LINES, LocalDate.of(2025, 1, 1)),
        NarrowLines.MAPPING,
        "CAST(opened AS DATE)");
  }

  @Test
  void a_million_requests_of_boston() throws Exception {
    compare(
        "boston",
        ImportSpeed::boston,
        Mappings.BOSTON.replace("\"kind\"", "\"tolerance\":\"PT1M\",\"kind\""),
        "CAST(OPEN_DT AS DATE)");
  }

  private interface Lines {
    void write(Path csv, String prefix) throws IOException;
  }

  private static void compare(String name, Lines lines, String mapping, String day)
      throws Exception {
    Path folder = Files.createTempDirectory("import-speed");
    IntakeApi intake = new IntakeApi(TestServer.newWorkspace().api());
    for (String when : List.of("first", "again")) {
      Path csv = folder.resolve(when + ".csv");
      lines.write(csv, when);
      ServerTime.settle();
      duckdb(csv, folder.resolve(when + "-a"), day);
      double spent = ServerTime.seconds();
      double alone = duckdb(csv, folder.resolve(when + "-b"), day);
      double processorAlone = ServerTime.seconds() - spent;
      System.gc();
      double before = ServerTime.seconds();
      long start = System.nanoTime();
      JsonNode state = intake.take(csv, mapping);
      double whole = (System.nanoTime() - start) / 1e9;
      double processor = ServerTime.seconds() - before;
      assertThat(state.get("accepted").asInt()).isEqualTo(LINES);
      System.out.printf(
          "IMPORT-SPEED %s, %s: duckdb %.2f s, import %.2f s, ratio %.1f; processor seconds %.2f, %.2f, ratio %.1f%n",
          name,
          when,
          alone,
          whole,
          whole / alone,
          processorAlone,
          processor,
          processor / processorAlone);
    }
  }

  private static double duckdb(Path csv, Path out, String day) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      long start = System.nanoTime();
      statement.execute(
          "COPY (SELECT *, %s AS day FROM read_csv('%s', header = true)) TO '%s' (FORMAT parquet, PARTITION_BY (day))"
              .formatted(day, csv, out));
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static void boston(Path csv, String prefix) throws IOException {
    Path sample = Path.of("../samples/boston311-2015.csv.gz");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      int written = 0;
      for (int round = 0; written < LINES; round++) {
        try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(sample)), StandardCharsets.UTF_8))) {
          String header = in.readLine();
          if (round == 0) {
            out.write(header + "\n");
          }
          for (String line = in.readLine(); line != null && written < LINES; written++) {
            out.write(prefix + round + "-" + line + "\n");
            line = in.readLine();
          }
        }
      }
    }
  }
}
