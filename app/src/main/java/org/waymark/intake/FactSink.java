package org.waymark.intake;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactWriter;
import org.waymark.measure.fact.Limits;

/** Writes facts on a thread of its own, at most two batches behind whoever gives them. */
final class FactSink implements AutoCloseable {
  private static final int BEHIND = 2;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("intake-facts").factory());
  private final Deque<Future<?>> waiting = new ArrayDeque<>();
  private final FactWriter writer;

  FactSink(Path scratch, Limits limits) {
    this.writer = FactWriter.open(scratch, limits);
  }

  void add(List<Fact> facts) {
    if (waiting.size() >= BEHIND) {
      await(waiting.removeFirst());
    }
    waiting.add(thread.submit(() -> facts.forEach(writer::add)));
  }

  /** Writes all that was added into files of a folder, each complete and on disk. */
  List<FactFile> write(Path folder) {
    while (!waiting.isEmpty()) {
      await(waiting.removeFirst());
    }
    return writer.writeTo(folder);
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while facts were being written", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Facts could not be written", e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    while (!waiting.isEmpty()) {
      waiting.removeFirst().cancel(false);
    }
    writer.close();
  }
}
