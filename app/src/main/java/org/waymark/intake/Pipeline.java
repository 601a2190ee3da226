package org.waymark.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.Instants;
import org.waymark.platform.Actor;
import org.waymark.platform.Changes;
import org.waymark.platform.Home;
import org.waymark.platform.Outbox;
import org.waymark.platform.Tenancy;

/**
 * Takes the lines of one import in, chunk by chunk: one thread reads and understands, one decides
 * against the keys, one writes facts. Each chunk is one transaction with its files, so that an
 * import goes on after its last chunk whatever happened.
 */
@Component
class Pipeline {
  static final int CHUNK_LINES = 1_000_000;
  private static final int AHEAD = 2;

  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final KeyTable keys;
  private final KeyRuns runs;
  private final Book book;
  private final FactFileTable files;
  private final ImportTable imports;
  private final HeldContent held;
  private final Outbox outbox;
  private final Changes changes;
  private final Home home;

  Pipeline(
      Tenancy tenancy,
      JdbcClient jdbc,
      KeyTable keys,
      KeyRuns runs,
      Book book,
      FactFileTable files,
      ImportTable imports,
      HeldContent held,
      Outbox outbox,
      Changes changes,
      Home home) {
    this.tenancy = tenancy;
    this.jdbc = jdbc;
    this.keys = keys;
    this.runs = runs;
    this.book = book;
    this.files = files;
    this.imports = imports;
    this.held = held;
    this.outbox = outbox;
    this.changes = changes;
    this.home = home;
  }

  /** What one import is about. */
  record Job(UUID workspace, UUID id, Taking.Terms terms, Actor by, Set<Integer> sources) {}

  /** Announced when a chunk has been taken in. */
  public record Taken(String importId, long accepted, long corrected) {}

  /**
   * Takes everything in.
   *
   * @param counts where it stands; counted on while it runs
   */
  void run(Job job, BatchSource source, Counts counts) throws IOException {
    try (Ahead ahead = new Ahead(source);
        FactSink sink = new FactSink(home.tmp().resolve("facts"), files.limits())) {
      boolean more = true;
      while (more) {
        more = tenancy.in(job.workspace(), () -> chunk(job, ahead, sink, counts));
      }
    }
  }

  /** Takes one batch in, within the running transaction. */
  List<Batch.Refusal> takeNow(Job job, Batch batch, Counts counts) {
    try (FactSink sink = new FactSink(home.tmp().resolve("facts"), files.limits());
        KeyIndex index = turn()) {
      Taking taking = begin(job, index, sink, counts);
      List<Batch.Refusal> refusals = taking.take(batch);
      imports.refuse(job.id(), refusals);
      complete(job, taking, index, sink, counts, true);
      return refusals;
    }
  }

  private boolean chunk(Job job, Ahead ahead, FactSink sink, Counts counts) {
    try (KeyIndex index = turn()) {
      Taking taking = begin(job, index, sink, counts);
      long until = counts.lines + CHUNK_LINES;
      boolean last = false;
      while (!last && counts.lines < until) {
        Batch batch = ahead.next();
        imports.refuse(job.id(), taking.take(batch));
        last = batch.last;
      }
      complete(job, taking, index, sink, counts, last);
      return !last;
    }
  }

  /** What is held, once it is this one's turn to change it. */
  private KeyIndex turn() {
    keys.takeTurn();
    return new KeyIndex(keys, runs, held.withdrawnImports());
  }

  private Taking begin(Job job, KeyIndex index, FactSink sink, Counts counts) {
    return new Taking(
        job.terms(), keys, index, book, book.units(job.by()), sink, held::find, counts);
  }

  private void complete(
      Job job, Taking taking, KeyIndex index, FactSink sink, Counts counts, boolean last) {
    Path folder = files.folder().resolve(Long.toString(job.terms().number()));
    List<Path> written = new ArrayList<>();
    try {
      List<FactFile> facts = sink.write(folder);
      facts.forEach(file -> written.add(file.path()));
      files.add(facts);
      written.addAll(index.keep(folder));
      TouchedDays touched = taking.touched();
      Map<Integer, SourceTally> sources = bySource(job, taking);
      sources.keySet().forEach(source -> comingDue(source, job.terms(), touched));
      imports.known(job.terms().number(), sources, job.terms().knownUs());
      keys.touch(touched);
      imports.keepCounts(job.id(), counts);
      if (last) {
        imports.finish(job.id(), "done", null);
      }
      changes.tell(tenancy.current(), "import", job.id().toString());
      outbox.publish(
          "InteractionsTaken",
          job.id().toString(),
          new Taken(job.id().toString(), counts.accepted, counts.corrected));
    } catch (RuntimeException e) {
      written.forEach(path -> deleteQuietly(path, e));
      throw e;
    }
  }

  /** A line that could not be read belongs to the import's source, when there is only one. */
  private static Map<Integer, SourceTally> bySource(Job job, Taking taking) {
    Map<Integer, SourceTally> sources = new TreeMap<>(taking.bySource());
    job.sources().forEach(source -> sources.computeIfAbsent(source, any -> new SourceTally()));
    if (sources.size() == 1) {
      sources.values().iterator().next().refused += taking.unread();
    }
    return sources;
  }

  /** A source that becomes known until later makes the due days in between count. */
  private void comingDue(int source, Taking.Terms terms, TouchedDays touched) {
    Long before = held.knownUntil().get(source);
    if (before != null && before < terms.knownUs()) {
      dueDays(before, terms.knownUs(), terms.zone()).forEach(day -> touched.add(Instants.DUE, day));
    }
  }

  /** Days between two moments on which something was due. */
  List<Integer> dueDays(long fromUs, long toUs, ZoneId zone) {
    LocalDate from = Moments.of(fromUs).atZone(zone).toLocalDate();
    LocalDate to = Moments.of(toUs).atZone(zone).toLocalDate();
    return jdbc.sql(
            """
            select day - date '1970-01-01' from touched_day
            where workspace_id = :workspace and anchor = 'DUE' and day between :from and :to
            """)
        .param("workspace", tenancy.current())
        .param("from", from)
        .param("to", to)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  static void deleteQuietly(Path path, RuntimeException because) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** Reads on a thread of its own, at most two batches ahead. */
  private static final class Ahead implements AutoCloseable {
    private final BlockingQueue<Object> ready = new ArrayBlockingQueue<>(AHEAD);
    private final BatchSource source;
    private final Thread thread;
    private volatile boolean stopped;

    Ahead(BatchSource source) {
      this.source = source;
      this.thread = Thread.ofPlatform().daemon().name("intake-lines").start(this::read);
    }

    private void read() {
      Object next;
      try {
        do {
          next = source.next();
          if (!offer(next)) {
            return;
          }
        } while (!((Batch) next).last);
      } catch (IOException | RuntimeException e) {
        offer(e);
      }
    }

    private boolean offer(Object next) {
      try {
        while (!stopped) {
          if (ready.offer(next, 200, TimeUnit.MILLISECONDS)) {
            return true;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return false;
    }

    Batch next() {
      try {
        Object next = ready.take();
        return switch (next) {
          case Batch batch -> batch;
          case RuntimeException e -> throw e;
          case IOException e -> throw new Unreadable(e);
          default -> throw new IllegalStateException("Neither a batch nor a failure");
        };
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Stopped while lines were being read", e);
      }
    }

    @Override
    public void close() throws IOException {
      stopped = true;
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      source.close();
    }
  }

  /** The file broke while it was being read. */
  static final class Unreadable extends RuntimeException {
    Unreadable(@Nullable IOException cause) {
      super(cause);
    }
  }
}
