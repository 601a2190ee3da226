package org.waymark.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Actor;
import org.waymark.platform.Home;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces;

/**
 * Runs imports one after the other, knows how far each has come, and goes on after a restart where
 * the last chunk ended.
 */
@Component
class Runner implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
  private static final int ATTEMPTS = 3;
  private static final Duration GRACE = Duration.ofHours(1);

  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final ImportTable table;
  private final Book book;
  private final Pipeline pipeline;
  private final Withdrawing withdrawing;
  private final FactFileTable files;
  private final KeyTable keys;
  private final KeyRuns runs;
  private final Workspaces workspaces;
  private final Metrics metrics;
  private final Spool spool;
  private final Home home;
  private final Map<UUID, Live> running = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("intake").factory());

  Runner(
      Tenancy tenancy,
      JdbcClient jdbc,
      ImportTable table,
      Book book,
      Pipeline pipeline,
      Withdrawing withdrawing,
      FactFileTable files,
      KeyTable keys,
      KeyRuns runs,
      Workspaces workspaces,
      Metrics metrics,
      Spool spool,
      Home home) {
    this.tenancy = tenancy;
    this.jdbc = jdbc;
    this.table = table;
    this.book = book;
    this.pipeline = pipeline;
    this.withdrawing = withdrawing;
    this.files = files;
    this.keys = keys;
    this.runs = runs;
    this.workspaces = workspaces;
    this.metrics = metrics;
    this.spool = spool;
    this.home = home;
  }

  private record Live(Counts counts, BatchSource source) {}

  /** Makes an arrived file the import's own. */
  void adopt(UUID id, Path arrived) {
    try {
      Files.move(arrived, spool.of(id), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Imports.unchecked(e);
    }
  }

  void startAfterCommit(UUID workspace, UUID id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
              start(workspace, id);
            } else {
              Spool.delete(spool.of(id));
            }
          }
        });
  }

  /** The import with what is known of it beyond its last chunk. */
  ImportRow live(ImportRow row) {
    Live live = row.running() ? running.get(row.id()) : null;
    return live == null ? row : row.during(live.counts(), live.source().percent());
  }

  /**
   * Goes on with what was running when the server stopped, and removes files that no manifest
   * knows.
   */
  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    for (UUID workspace : tenancy.workspaces()) {
      List<ImportRow> left = tenancy.in(workspace, table::running);
      left.forEach(row -> start(workspace, row.id()));
      worker.execute(() -> sweep(workspace));
    }
  }

  private void start(UUID workspace, UUID id) {
    worker.execute(() -> run(workspace, id));
  }

  private void run(UUID workspace, UUID id) {
    for (int attempt = 1; ; attempt++) {
      try {
        tryOnce(workspace, id);
        Spool.delete(spool.of(id));
        return;
      } catch (Refused e) {
        fail(workspace, id, "The " + e.field() + " " + e.reason() + ".");
        return;
      } catch (Pipeline.Unreadable | IOException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        fail(
            workspace,
            id,
            "The file cannot be read to its end (" + cause.getMessage() + "): upload it again.");
        return;
      } catch (RuntimeException e) {
        if (Thread.currentThread().isInterrupted() || worker.isShutdown()) {
          return; // goes on at the next start
        }
        LOG.warn("Import {} stopped at attempt {}.", id, attempt, e);
        if (attempt == ATTEMPTS) {
          fail(
              workspace,
              id,
              "The server could not finish this import. Nothing of it is kept; upload it again.");
          return;
        }
      } finally {
        running.remove(id);
      }
    }
  }

  private void tryOnce(UUID workspace, UUID id) throws IOException {
    ImportRow row = tenancy.in(workspace, () -> table.find(id).orElseThrow());
    if (!row.running()) {
      return;
    }
    ZoneId zone = tenancy.in(workspace, () -> workspaces.current().zone());
    Counts counts = countsOf(row);
    BatchSource source = open(workspace, row, zone);
    running.put(id, new Live(counts, source));
    Set<Integer> sources = sourceOf(workspace, row);
    Pipeline.Job job =
        new Pipeline.Job(
            workspace,
            id,
            new Taking.Terms(row.number(), Moments.micros(row.knownAt()), zone),
            Actor.server(),
            sources);
    pipeline.run(job, source, counts);
  }

  private Set<Integer> sourceOf(UUID workspace, ImportRow row) {
    String source = row.source();
    return source == null ? Set.of() : Set.of(tenancy.in(workspace, () -> book.source(source)));
  }

  private BatchSource open(UUID workspace, ImportRow row, ZoneId zone) throws IOException {
    String mappingText = row.mapping();
    Tallied tallied = new Tallied(() -> tenancy.in(workspace, metrics::all));
    Layout layout = row.layout() == null ? null : Json.read(row.layout(), Layout.class);
    if (row.origin().equals("replay")) {
      RefusedLines lines =
          new RefusedLines(
              tenancy,
              jdbc,
              workspace,
              row.id(),
              layout == null ? new Layout(List.of(), ',', '"') : layout);
      if (mappingText == null) {
        return new JsonReplay(lines, tallied);
      }
      MappedLines mapped =
          new MappedLines(
              lines,
              MappingJson.read(Json.mapper().readTree(mappingText)),
              zone,
              tallied,
              () -> 50);
      mapped.skip(row.lines());
      return mapped;
    }
    Mapping mapping =
        MappingJson.read(Json.mapper().readTree(mappingText == null ? "{}" : mappingText));
    CsvFile.Progress progress = new CsvFile.Progress();
    long all = Math.max(1, row.fileBytes() == null ? 1 : row.fileBytes());
    MappedLines mapped =
        new MappedLines(
            CsvFile.open(spool.of(row.id()), mapping.encoding(), mapping.delimiter(), progress),
            mapping,
            zone,
            tallied,
            () -> (int) Math.min(99, progress.bytes() * 100 / all));
    mapped.skip(row.lines());
    return mapped;
  }

  private static Counts countsOf(ImportRow row) {
    Counts counts = new Counts();
    counts.lines = row.lines();
    counts.accepted = row.accepted();
    counts.corrected = row.corrected();
    counts.repeated = row.repeated();
    counts.refused = row.refused();
    counts.skipped = row.skipped();
    counts.roundedWeights = row.roundedWeights();
    counts.ambiguousTimes = row.ambiguousTimes();
    counts.tolerated = row.tolerated();
    return counts;
  }

  /** A failed import leaves nothing behind. */
  private void fail(UUID workspace, UUID id, String trouble) {
    tenancy.run(
        workspace,
        () -> {
          keys.takeTurn();
          table.finish(id, "failed", trouble);
          withdrawing.withdraw(id, null, workspaces.current().zone());
        });
    Spool.delete(spool.of(id));
  }

  private void sweep(UUID workspace) {
    tenancy.run(
        workspace,
        () -> {
          Set<Path> known = files.paths();
          known.addAll(runs.paths());
          Instant old = Instant.now().minus(GRACE);
          Path folder = files.folder();
          if (!Files.isDirectory(folder)) {
            return;
          }
          try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
              if (!known.contains(path)
                  && Files.getLastModifiedTime(path).toInstant().isBefore(old)) {
                Files.delete(path);
              }
            }
          } catch (IOException e) {
            LOG.warn("Left-over files of facts below {} could not be removed.", home.facts(), e);
          }
        });
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }

  /** Refused JSON lines taken up again. */
  private record JsonReplay(RefusedLines lines, Tallied tallied) implements BatchSource {
    @Override
    public Batch next() {
      JsonLines json = new JsonLines(tallied);
      Lines.@Nullable Line line = null;
      while (json.batch().lines < Batch.LINES && (line = lines.next()) != null) {
        json.line(line.number(), line.original());
      }
      json.batch().last = line == null;
      return json.batch();
    }

    @Override
    public int percent() {
      return 50;
    }

    @Override
    public void close() {
      lines.close();
    }
  }
}
