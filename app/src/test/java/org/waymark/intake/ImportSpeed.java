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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
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

  private static final String NARROW =
      """
      {"source":"speed","kind":"case","formats":{"instant":"yyyy-MM-dd HH:mm:ss"},
       "fields":{"id":{"column":"id"},"startedAt":{"column":"opened"},"finishedAt":{"column":"closed"},"dueAt":{"column":"due"},
        "channel":{"column":"channel"},"unit":{"column":"department","unknown":"create"},"attributes":["type","area"]}}
      """;

  @Test
  void a_million_narrow_lines() throws Exception {
    compare("narrow", ImportSpeed::narrow, NARROW, "CAST(opened AS DATE)");
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
      settle();
      duckdb(csv, folder.resolve(when + "-a"), day);
      double spent = processorSeconds();
      double alone = duckdb(csv, folder.resolve(when + "-b"), day);
      double processorAlone = processorSeconds() - spent;
      System.gc();
      double before = processorSeconds();
      long start = System.nanoTime();
      JsonNode state = intake.take(csv, mapping);
      double whole = (System.nanoTime() - start) / 1e9;
      double processor = processorSeconds() - before;
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

  /** Waits until the server has measured what came before. */
  private static void settle() throws InterruptedException {
    double before;
    do {
      before = processorSeconds();
      Thread.sleep(2_000);
    } while (processorSeconds() - before > 0.3);
  }

  /** Of this JVM and of the processes it started, PostgreSQL's among them, as long as they live. */
  private static double processorSeconds() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToDouble(spent -> spent.toNanos() / 1e9)
        .sum();
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

  private static void narrow(Path csv, String prefix) throws IOException {
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
        out.write(prefix + "-" + (10_000_000 + i));
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
