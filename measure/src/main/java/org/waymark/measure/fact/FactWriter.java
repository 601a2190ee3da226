package org.waymark.measure.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * Writes facts to Parquet, one file for each file day. Facts are gathered off the heap; a row costs
 * no heap once it is added. Not for use by two threads at once.
 *
 * <pre>{@code
 * try (FactWriter writer = FactWriter.open(scratch, limits)) {
 *   facts.forEach(writer::add);
 *   List<FactFile> files = writer.writeTo(folder);
 * }
 * }</pre>
 */
public final class FactWriter implements AutoCloseable {

  /** Rows handed over to DuckDB at a time. */
  private static final int BATCH = 6_000;

  private final Path scratch;
  private final Duck duck;
  private final Gathered gathered = new Gathered();
  private final List<Fact> batch = new ArrayList<>(BATCH);
  private long rows;

  private FactWriter(Path scratch, Duck duck) {
    this.scratch = scratch;
    this.duck = duck;
  }

  /**
   * A writer with nothing in it.
   *
   * @param scratch a folder on the same file system as the facts, of which this writer uses a
   *     temporary folder of its own
   */
  public static FactWriter open(Path scratch, Limits limits) {
    return open(scratch, limits, List.of());
  }

  /** A writer that can also take over rows from the files in some folders. */
  static FactWriter open(Path scratch, Limits limits, List<Path> readable) {
    try {
      Files.createDirectories(scratch);
      Path own = Files.createTempDirectory(scratch, "facts-");
      List<Path> seen = new ArrayList<>(readable);
      seen.add(own);
      Duck duck = Duck.openUndivided(limits, seen);
      FactWriter writer = new FactWriter(own, duck);
      duck.doAll(List.of(writer.gathered::register));
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void add(Fact fact) {
    batch.add(fact);
    rows++;
    if (batch.size() == BATCH) {
      handOver();
    }
  }

  /** Adds the rows of a query whose columns are {@link FactTable#columns()}. */
  void addFrom(String query) {
    rows += duck.work(connection -> gathered.addFrom(connection, query));
  }

  /** How many facts were added since the last write. */
  public long rows() {
    return rows;
  }

  /**
   * Writes what was added into new files in a folder, each complete and on disk when it appears
   * there, and forgets it. An empty writer writes nothing.
   *
   * @return a description of each file, in order of days
   */
  public List<FactFile> writeTo(Path folder) {
    if (rows == 0) {
      return List.of();
    }
    handOver();
    try {
      Files.createDirectories(folder);
      Path staged = Files.createTempDirectory(scratch, "staged-");
      List<FactFile> files = duck.work(this::describe);
      try (Forcing forcing = new Forcing()) {
        duck.doAll(List.of(gathered::sort));
        duck.doAll(files.stream().map(file -> writing(file, staged, forcing)).toList());
        forcing.await();
      }
      List<FactFile> moved = new ArrayList<>();
      for (FactFile file : files) {
        FactFile there = file.at(folder.resolve(name(file)));
        Files.move(staged.resolve(name(file)), there.path());
        moved.add(there);
      }
      Forcing.force(folder);
      duck.doAll(List.of(gathered::clear));
      rows = 0;
      return moved;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws away what was not written. */
  @Override
  public void close() {
    duck.close();
    try {
      delete(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handOver() {
    if (batch.isEmpty()) {
      return;
    }
    duck.doAll(List.of(connection -> gathered.add(connection, batch)));
    batch.clear();
  }

  private Duck.Step writing(FactFile file, Path staged, Forcing forcing) {
    Path path = staged.resolve(name(file));
    String copy =
        "COPY (SELECT "
            + gathered.filledColumns()
            + " FROM "
            + Gathered.TABLE
            + " WHERE file_day = DATE '"
            + file.fileDay()
            + "') TO "
            + Duck.text(path.toString())
            + " (FORMAT parquet, COMPRESSION zstd)";
    return connection -> {
      try (Statement statement = connection.createStatement()) {
        long written = statement.executeLargeUpdate(copy);
        if (written != file.rows()) {
          throw new SQLException(
              "DuckDB wrote %d facts of %s instead of %d"
                  .formatted(written, file.fileDay(), file.rows()));
        }
      }
      forcing.start(path);
    };
  }

  private static String name(FactFile file) {
    return file.id() + ".parquet";
  }

  private List<FactFile> describe(DuckDBConnection connection) throws SQLException {
    Map<LocalDate, Set<Long>> imports = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DISTINCT file_day, import_no FROM " + gathered.rows())) {
      while (row.next()) {
        imports
            .computeIfAbsent(row.getObject(1, LocalDate.class), day -> new HashSet<>())
            .add(row.getLong(2));
      }
    }
    List<FactFile> files = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DESCRIPTION.formatted(gathered.rows()))) {
      while (row.next()) {
        LocalDate day = row.getObject("file_day", LocalDate.class);
        Map<Instants, FactFile.Range> ranges = new EnumMap<>(Instants.class);
        long largest = Long.MIN_VALUE;
        for (Instants instant : Instants.values()) {
          long min = row.getLong("min_" + instant.column());
          if (!row.wasNull()) {
            long max = row.getLong("max_" + instant.column());
            ranges.put(instant, new FactFile.Range(min, max));
            largest = Math.max(largest, max);
          }
        }
        files.add(
            new FactFile(
                UUID.randomUUID(),
                day,
                scratch,
                row.getLong("rows"),
                row.getLong("rows") == row.getLong("keys"),
                imports.getOrDefault(day, Set.of()),
                ranges,
                largest));
      }
    }
    return files;
  }

  private static final String DESCRIPTION = description();

  private static String description() {
    StringBuilder sql =
        new StringBuilder("SELECT file_day, COUNT(*) AS rows, COUNT(DISTINCT key_no) AS keys");
    for (Instants instant : Instants.values()) {
      for (String end : List.of("min", "max")) {
        sql.append(
            ", %s(CASE WHEN NOT gone THEN %s END) AS %s_%s"
                .formatted(end, instant.column(), end, instant.column()));
      }
    }
    return sql.append(" FROM %s GROUP BY file_day ORDER BY file_day").toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
