package org.waymark.measure.fact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Forces files to disk while others are still being written, several at a time: the disk then
 * writes what they wait for once for all of them.
 */
final class Forcing implements AutoCloseable {
  private static final int AT_ONCE = 8;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("facts-sync-", 0).factory());
  private final Queue<Future<?>> started = new ConcurrentLinkedQueue<>();

  /** Begins with a file or folder. */
  void start(Path path) {
    started.add(
        threads.submit(
            () -> {
              force(path);
              return path;
            }));
  }

  /** Returns when all that was begun is on disk. */
  void await() throws IOException {
    try {
      for (Future<?> one = started.poll(); one != null; one = started.poll()) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while facts were being forced to disk", e);
    } catch (ExecutionException e) {
      throw new IOException("facts could not be forced to disk", e.getCause());
    }
  }

  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
