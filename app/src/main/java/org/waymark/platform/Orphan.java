package org.waymark.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived the server that started it, named in {@code postmaster.pid}. */
final class Orphan {
  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

  private Orphan() {}

  /**
   * Stops it, waiting for its end. The caller holds the home's lock, so nobody else works with this
   * data.
   */
  static void stop(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return;
    }
    long pid;
    try {
      pid = Long.parseLong(lines.getFirst().strip());
    } catch (NumberFormatException e) {
      LOG.warn("{} is not readable; PostgreSQL will judge it itself.", pidFile, e);
      return;
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(pid).filter(found -> servesOurs(found, data));
    if (process.isEmpty()) {
      return;
    }
    LOG.info("Stopping the PostgreSQL that an earlier server left running.");
    for (String signal : new String[] {"INT", "QUIT", "KILL"}) {
      signal(pid, signal);
      if (gone(process.get())) {
        return;
      }
    }
    throw new CannotStart(
        "A PostgreSQL of an earlier server still runs as process "
            + pid
            + " and does not stop. Stop it by hand.");
  }

  /**
   * Process numbers are used again after a restart of the machine, so the command has to name our
   * folder.
   */
  private static boolean servesOurs(ProcessHandle process, Path data) {
    Path commandLine = Path.of("/proc/" + process.pid() + "/cmdline");
    try {
      if (Files.isReadable(commandLine)) {
        return Files.readString(commandLine).contains(data.toString());
      }
    } catch (IOException e) {
      return false; // it ended between the two looks
    }
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }

  private static boolean gone(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  static void signal(long pid, String name) throws IOException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
