package org.waymark.measure.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final int BATCH = 20_000;

  private static final int SYNCED_AT_ONCE = 8;

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
      Duck duck = Duck.open(limits, seen);
      FactWriter writer = new FactWriter(own, duck);
      duck.work(
          connection -> {
            writer.gathered.register(connection);
            return writer;
          });
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
      Map<LocalDate, FactFile> described = duck.work(this::describe);
      Path staged = Files.createTempDirectory(scratch, "staged-");
      duck.work(connection -> execute(connection, copy(staged)));
      List<FactFile> files = move(staged, folder, described);
      duck.work(connection -> forget(connection));
      rows = 0;
      return files;
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
    duck.work(
        connection -> {
          gathered.add(connection, batch);
          return batch;
        });
    batch.clear();
  }

  private boolean forget(DuckDBConnection connection) throws SQLException {
    gathered.clear(connection);
    return true;
  }

  private String copy(Path staged) {
    return "COPY (SELECT "
        + FactTable.columns()
        + ", file_day AS filed FROM "
        + gathered.rows()
        + " ORDER BY file_day, key_no) TO "
        + Duck.text(staged.toString())
        + " (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (filed))";
  }

  private Map<LocalDate, FactFile> describe(DuckDBConnection connection) throws SQLException {
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
    Map<LocalDate, FactFile> files = new HashMap<>();
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
        files.put(
            day,
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
    return sql.append(" FROM %s GROUP BY file_day").toString();
  }

  private static List<FactFile> move(Path staged, Path folder, Map<LocalDate, FactFile> described)
      throws IOException {
    List<Path> written = new ArrayList<>();
    List<FactFile> files = new ArrayList<>();
    try (Stream<Path> days = Files.list(staged)) {
      for (Path day : days.sorted().toList()) {
        LocalDate date = LocalDate.parse(day.getFileName().toString().substring("filed=".length()));
        try (Stream<Path> parts = Files.list(day)) {
          List<Path> ofDay = parts.toList();
          FactFile file = described.get(date);
          if (ofDay.size() != 1 || file == null) {
            throw new IOException(
                "DuckDB wrote " + ofDay.size() + " files for the facts of " + date);
          }
          written.add(ofDay.getFirst());
          files.add(file.at(folder.resolve(file.id() + ".parquet")));
        }
      }
    }
    if (files.size() != described.size()) {
      throw new IOException("DuckDB wrote files for other days than the facts have");
    }
    syncAll(written);
    for (int i = 0; i < written.size(); i++) {
      Files.move(written.get(i), files.get(i).path());
    }
    sync(folder);
    return files;
  }

  /** Several at a time: the disk then writes what they wait for once for all of them. */
  private static void syncAll(List<Path> paths) throws IOException {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(SYNCED_AT_ONCE, paths.size()),
            Thread.ofPlatform().daemon().name("facts-sync-", 0).factory())) {
      List<Future<?>> syncs = new ArrayList<>();
      for (Path path : paths) {
        syncs.add(
            threads.submit(
                () -> {
                  sync(path);
                  return path;
                }));
      }
      for (Future<?> sync : syncs) {
        sync.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while facts were being forced to disk", e);
    } catch (ExecutionException e) {
      throw new IOException("facts could not be forced to disk", e.getCause());
    }
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static boolean execute(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
