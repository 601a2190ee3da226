package org.waymark.measure.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Cell;
import org.waymark.measure.Cells;
import org.waymark.measure.DuckDbEngine;
import org.waymark.measure.Finisher;
import org.waymark.measure.Known;
import org.waymark.measure.Plan;
import org.waymark.measure.Reading;
import org.waymark.measure.Tally;
import org.waymark.measure.TallyCodec;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactWriter;
import org.waymark.measure.fact.Limits;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measure.metric.Statistic;

/**
 * Two promises with numbers: one late day costs at most a hundredth of measuring the whole history
 * again, and a quarter's reading is at least twenty times faster than SQL over the raw rows on
 * PostgreSQL with a covering index.
 *
 * <pre>
 * RefreshBench SCRATCH FACTS [JDBC-URL [quarter]]
 * </pre>
 *
 * <p>With {@code quarter} only the quarter that is read is written, as dense as FACTS over a
 * thousand days would be, and the late day is left out.
 *
 * <p>Everything it writes lies in a folder of its own below SCRATCH and is removed at the end; with
 * a JDBC address it makes and drops the schema {@code waymark_bench} there.
 */
final class RefreshBench {

  private static final int DAYS = 1000;
  private static final LocalDate LAST = MadeUp.FIRST.plusDays(DAYS - 1);
  private static final LocalDate LATE = MadeUp.FIRST.plusDays(700);
  private static final LocalDate QUARTER = MadeUp.FIRST.plusDays(730);
  private static final LocalDate QUARTER_END = QUARTER.plusDays(90);
  private static final Map<Integer, Long> KNOWN =
      Map.of(
          1, Moment.of(LAST.plusDays(60).atStartOfDay(MadeUp.ZONE).toInstant(), MadeUp.ZONE).us());
  private static final List<MetricDefinition> METRICS =
      List.of(
          ShippedMetrics.CASE_VOLUME,
          ShippedMetrics.FIRST_RESPONSE_TIME,
          ShippedMetrics.RESOLUTION_TIME,
          ShippedMetrics.ON_TIME_SHARE);

  private final Path scratch;
  private final Limits limits;
  private final int facts;
  private int first;
  private int last = DAYS;

  private RefreshBench(Path scratch, int facts) {
    this.scratch = scratch;
    this.facts = facts;
    this.limits = new Limits(2, 2L << 30, scratch.resolve("spill"), Duration.ofMinutes(10));
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    Path own = Files.createTempDirectory(Path.of(arguments[0]), "bench-");
    try {
      new RefreshBench(own, Integer.parseInt(arguments[1]))
          .run(arguments.length > 2 ? arguments[2] : null, arguments.length > 3);
    } finally {
      try (Stream<Path> paths = Files.walk(own)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private void run(@Nullable String jdbc, boolean quarterOnly) throws SQLException, IOException {
    first = quarterOnly ? 729 : 0;
    last = quarterOnly ? 822 : DAYS;
    List<FactFile> files = new ArrayList<>();
    double writing = seconds(() -> files.addAll(history()));
    long bytes = files.stream().mapToLong(file -> file.path().toFile().length()).sum();
    say(
        "facts written",
        writing,
        "s; %,d facts, %,.0f a second, %,d MB",
        written(),
        written() / writing,
        bytes >> 20);
    try (DuckDbEngine engine = DuckDbEngine.open(scratch.resolve("facts"), limits)) {
      if (!quarterOnly) {
        refresh(engine, files);
      }
      if (jdbc != null) {
        reading(engine, files, jdbc);
      }
    }
  }

  private long written() {
    return (long) (last - first) * (facts / DAYS);
  }

  private List<FactFile> history() {
    SplittableRandom random = new SplittableRandom(1);
    List<FactFile> files = new ArrayList<>();
    int perDay = facts / DAYS;
    long key = 0;
    try (FactWriter writer = FactWriter.open(scratch.resolve("tmp"), limits)) {
      for (int day = first; day < last; day++) {
        for (int i = 0; i < perDay; i++) {
          writer.add(MadeUp.someCase(random, key++, 1, MadeUp.FIRST.plusDays(day)));
        }
        // Every hundred days one import: few days are split by the hour between UTC and local.
        if (day % 100 == 99 || day == last - 1) {
          files.addAll(writer.writeTo(scratch.resolve("facts")));
        }
      }
    }
    return files;
  }

  /** A day that is known already gets a hundred late cases and a hundred corrections. */
  private List<FactFile> late() {
    SplittableRandom random = new SplittableRandom(2);
    try (FactWriter writer = FactWriter.open(scratch.resolve("tmp"), limits)) {
      for (int i = 0; i < 200; i++) {
        long key = i < 100 ? facts + i : 700L * (facts / DAYS) + i;
        Fact fact = MadeUp.someCase(random, key, 2, LATE);
        writer.add(fact);
      }
      return writer.writeTo(scratch.resolve("facts"));
    }
  }

  private void refresh(DuckDbEngine engine, List<FactFile> files) {
    double all = 0;
    for (MetricDefinition metric : METRICS) {
      Plan plan = Plan.of(metric, MadeUp.FIRST, LAST.plusDays(30), KNOWN);
      double took = seconds(() -> stored(engine.compute(plan, new FactFiles(files))));
      say("whole history of " + metric.key(), took, "s");
      all += took;
    }
    files.addAll(late());
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      double day =
          seconds(
              () -> {
                int bytes = 0;
                for (MetricDefinition metric : METRICS) {
                  Plan plan = Plan.of(metric, LATE, LATE, KNOWN);
                  bytes += stored(engine.compute(plan, holding(metric, LATE, LATE, files)));
                }
                return bytes;
              });
      best = Math.min(best, day);
    }
    say("one late day of all four", best, "s; 1/%,.0f of the whole history", all / best);
  }

  private static FactFiles holding(
      MetricDefinition metric, LocalDate from, LocalDate to, List<FactFile> files) {
    long first = Moment.micros(from.atStartOfDay(MadeUp.ZONE).toInstant());
    long last = Moment.micros(to.plusDays(1).atStartOfDay(MadeUp.ZONE).toInstant()) - 1;
    return new FactFiles(files).holding(metric.instants(), first, last);
  }

  private static int stored(Cells cells) {
    return cells.cells().stream().mapToInt(cell -> TallyCodec.encode(cell.tally()).length).sum();
  }

  private void reading(DuckDbEngine engine, List<FactFile> files, String jdbc)
      throws SQLException, IOException {
    MetricDefinition metric = ShippedMetrics.RESOLUTION_TIME;
    Plan plan = Plan.of(metric, QUARTER, QUARTER_END, KNOWN);
    Cells cells = engine.compute(plan, holding(metric, QUARTER, QUARTER_END, files));
    try (Connection connection = DriverManager.getConnection(jdbc)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP SCHEMA IF EXISTS waymark_bench CASCADE");
        statement.execute("CREATE SCHEMA waymark_bench");
        statement.execute("SET search_path TO waymark_bench");
        statement.execute(
            "CREATE UNLOGGED TABLE interaction (key_no bigint, kind text, channel text, topic text,"
                + " unit_no int, started_day date, started_us bigint, finished_us bigint)");
        statement.execute("CREATE TABLE partial (day date PRIMARY KEY, tally bytea)");
        load(connection);
        statement.execute(
            "CREATE INDEX covering ON interaction (kind, started_day)"
                + " INCLUDE (started_us, finished_us)");
        statement.execute("VACUUM ANALYZE interaction");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO partial VALUES (?, ?)")) {
        for (Cell cell : cells.cells()) {
          insert.setObject(1, cell.day());
          insert.setBytes(2, TallyCodec.encode(cell.tally()));
          insert.executeUpdate();
        }
      }
      compare(connection, metric);
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP SCHEMA waymark_bench CASCADE");
      }
    }
  }

  /** The median of what finished: what SQL can say; ours takes the open ones into account too. */
  private static final String RAW =
      """
      SELECT count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY finished_us - started_us)
      FROM interaction
      WHERE kind = 'case' AND started_day BETWEEN ? AND ? AND finished_us IS NOT NULL
      """;

  /** The same reading in SQL: the Kaplan-Meier curve over ended and open items. */
  private static final String CURVE =
      """
      WITH item AS (
        SELECT coalesce(finished_us, %d) - started_us AS took, finished_us IS NOT NULL AS ended
        FROM interaction WHERE kind = 'case' AND started_day BETWEEN ? AND ?
      ), step AS (
        SELECT took, count(*) AS n, count(*) FILTER (WHERE ended) AS d FROM item GROUP BY took
      ), risk AS (
        SELECT took, d, sum(n) OVER (ORDER BY took DESC) AS r FROM step
      ), curve AS (
        SELECT took, sum(CASE WHEN d = r THEN -1000 ELSE ln(1 - d::float8 / r::float8) END)
          OVER (ORDER BY took) AS log FROM risk
      )
      SELECT count(*), min(took) FILTER (WHERE log <= ln(0.5) + 1e-9) FROM curve
      """
          .formatted(KNOWN.get(1));

  /** In turns, so that whatever else the machine does meets all of them. */
  private static void compare(Connection connection, MetricDefinition metric) {
    Times raw = new Times();
    Times curve = new Times();
    Times mean = new Times();
    Times ours = new Times();
    for (int round = 0; round < 20; round++) {
      raw.of(() -> query(connection, RAW, row -> row.getLong(2)));
      if (round % 5 == 0) {
        curve.of(() -> query(connection, CURVE, row -> row.getLong(2)));
      }
      for (int i = 0; i < 3; i++) {
        mean.of(() -> read(connection, metric, Statistic.Plain.MEAN));
        ours.of(() -> read(connection, metric, new Statistic.Quantile(50)));
      }
    }
    raw.say("median of what finished, SQL over raw rows");
    curve.say("Kaplan-Meier median, SQL over raw rows");
    ours.say("Kaplan-Meier median with interval, Waymark");
    ours.against("the median of what finished", raw);
    ours.against("the Kaplan-Meier median", curve);
    mean.say("mean with interval, Waymark");
    System.out.println(read(connection, metric, new Statistic.Quantile(50)));
  }

  private static Reading read(Connection connection, MetricDefinition metric, Statistic statistic) {
    return Finisher.finish(metric, statistic, pooled(connection), false, Known.of(null, KNOWN));
  }

  /** How long the same thing took again and again. */
  private static final class Times {
    private final List<Double> seconds = new ArrayList<>();

    void of(Supplier<?> work) {
      seconds.add(seconds(work));
      seconds.sort(Comparator.naturalOrder());
    }

    private double median() {
      return seconds.get(seconds.size() / 2);
    }

    void say(String what) {
      RefreshBench.say(what, seconds.getFirst(), "s at best, %.3f s in the middle", median());
    }

    void against(String what, Times other) {
      System.out.printf(
          "  as fast as SQL for %s: %.1f times at best, %.1f times in the middle%n",
          what, other.seconds.getFirst() / seconds.getFirst(), other.median() / median());
    }
  }

  private static Tally pooled(Connection connection) {
    List<Tally> days = new ArrayList<>();
    query(
        connection,
        "SELECT tally FROM partial WHERE day BETWEEN ? AND ?",
        row -> days.add(TallyCodec.decode(row.getBytes(1))));
    return Tally.pool(days).orElseThrow();
  }

  private interface EachRow {
    Object of(ResultSet row) throws SQLException;
  }

  private static int query(Connection connection, String sql, EachRow each) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, QUARTER);
      statement.setObject(2, QUARTER_END);
      int rows = 0;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          each.of(row);
          rows++;
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same made-up facts, as lines for COPY, one day at a time. */
  private void load(Connection connection) throws SQLException, IOException {
    SplittableRandom random = new SplittableRandom(1);
    int perDay = facts / DAYS;
    var copy = connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
    long key = 0;
    for (int day = first; day < last; day++) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < perDay; i++) {
        Fact fact = MadeUp.someCase(random, key++, 1, MadeUp.FIRST.plusDays(day));
        lines.append(fact.keyNo()).append("\tcase\t").append(fact.channel()).append('\t');
        lines.append(fact.topic()).append('\t').append(fact.unitNo()).append('\t');
        lines.append(fact.started().day()).append('\t').append(fact.started().us()).append('\t');
        Moment finished = fact.finished();
        lines.append(finished == null ? "\\N" : Long.toString(finished.us())).append('\n');
      }
      copy.copyIn(
          "COPY interaction FROM STDIN",
          new java.io.ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static double seconds(Supplier<?> work) {
    long start = System.nanoTime();
    if (work.get() == null) {
      throw new IllegalStateException("nothing came of it");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static boolean say(String what, double seconds, String more, Object... values) {
    System.out.printf("%-45s %8.3f %s%n", what, seconds, more.formatted(values));
    return true;
  }
}
