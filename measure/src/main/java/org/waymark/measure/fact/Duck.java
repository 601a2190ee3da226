package org.waymark.measure.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory DuckDB, locked down: it sees the given folders and its spill folder, loads no
 * extension, and nobody can change its settings afterwards. It holds no truth, so it can be thrown
 * away at any time.
 *
 * <p>Work runs on platform threads of its own, because DuckDB's native calls starve virtual
 * threads. Each piece of work has its own connection, so that an error leaves no broken statement
 * behind.
 */
public final class Duck implements AutoCloseable {

  private final Limits limits;
  private final DuckDBConnection root;
  private final ExecutorService threads;

  private Duck(Limits limits, DuckDBConnection root) {
    this.limits = limits;
    this.root = root;
    this.threads =
        Executors.newFixedThreadPool(
            limits.threads(), Thread.ofPlatform().daemon().name("duckdb-", 0).factory());
  }

  /** What is asked of a database. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T on(DuckDBConnection connection) throws SQLException;
  }

  /** What is done in a database without an answer. */
  @FunctionalInterface
  interface Step {
    void on(DuckDBConnection connection) throws SQLException;
  }

  /** Opens a database that sees these folders and nothing else. */
  public static Duck open(Limits limits, List<Path> folders) {
    return open(limits, folders, limits.threads());
  }

  /**
   * Opens a database in which each piece of work is done by one thread, and several at once by
   * several. While one thread of DuckDB's works, the others wait in a loop that costs as much as
   * work: for short statements and for those that cannot be divided they are better left out.
   */
  static Duck openUndivided(Limits limits, List<Path> folders) {
    return open(limits, folders, 1);
  }

  private static Duck open(Limits limits, List<Path> folders, int threadsOfWork) {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threadsOfWork));
    settings.setProperty("memory_limit", limits.memoryBytes() / 1024 + "KiB");
    settings.setProperty("temp_directory", limits.spill().toAbsolutePath().toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("preserve_insertion_order", "false");
    try {
      Files.createDirectories(limits.spill());
      DuckDBConnection root =
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
      try (Statement statement = root.createStatement()) {
        String allowed =
            folders.stream()
                .map(folder -> text(folder.toAbsolutePath().toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        statement.execute("SET allowed_directories = " + allowed);
        statement.execute("SET enable_external_access = false");
        statement.execute("SET lock_configuration = true");
      }
      return new Duck(limits, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new DuckFailure("DuckDB did not start", e);
    }
  }

  /**
   * Does a piece of work on a connection of its own.
   *
   * @throws DuckFailure when DuckDB refuses or fails
   */
  public <T extends @Nullable Object> T work(Work<T> work) {
    return await(start(work));
  }

  private static <T extends @Nullable Object> T await(Future<T> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw new DuckFailure("interrupted while DuckDB was working", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new DuckFailure("DuckDB could not answer", e.getCause() == null ? e : e.getCause());
    }
  }

  /** The same for several steps, as many at once as there are threads. */
  void doAll(List<Step> steps) {
    List<Future<Boolean>> all = new ArrayList<>();
    for (Step step : steps) {
      all.add(
          start(
              connection -> {
                step.on(connection);
                return true;
              }));
    }
    try {
      all.forEach(Duck::await);
    } finally {
      all.forEach(one -> one.cancel(true));
    }
  }

  private <T extends @Nullable Object> Future<T> start(Work<T> work) {
    return threads.submit(
        () -> {
          try (DuckDBConnection connection = root.duplicate().unwrap(DuckDBConnection.class)) {
            return work.on(connection);
          }
        });
  }

  /** The longest time for one statement, in seconds. */
  public int timeoutSeconds() {
    return Math.toIntExact(limits.timeout().toSeconds());
  }

  /**
   * A text as an SQL literal. Everything that is not a bound parameter goes through here.
   *
   * @throws IllegalArgumentException for a text with a NUL character
   */
  public static String text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a text in SQL holds no NUL character");
    }
    return "'" + value.replace("'", "''") + "'";
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      root.close();
    } catch (SQLException e) {
      throw new DuckFailure("DuckDB did not close", e);
    }
  }
}
