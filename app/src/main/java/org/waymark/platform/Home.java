package org.waymark.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder that holds everything this server keeps, held by one server at a time. The lock goes
 * with the process, however it dies.
 */
public final class Home implements AutoCloseable {
  private final Path root;
  private final FileChannel lockFile;

  private Home(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Takes the home for this process, making the folders that are missing and emptying {@link
   * #tmp()}.
   */
  public static Home open(Path root) {
    FileChannel lockFile;
    try {
      Files.createDirectories(root);
      lockFile =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notWritable(root, e);
    }
    try {
      if (lock(lockFile) == null) {
        lockFile.close();
        throw new CannotStart(
            "Another Waymark server is using "
                + root
                + ". Stop it first, or set WAYMARK_HOME to another folder.");
      }
      Home home = new Home(root.toRealPath(), lockFile);
      for (Path folder : new Path[] {home.database(), home.facts(), home.spool()}) {
        Files.createDirectories(folder);
      }
      empty(home.tmp());
      Files.createDirectories(home.tmp());
      return home;
    } catch (IOException e) {
      throw notWritable(root, e);
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel file)
      throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another server inside this very process
    }
  }

  private static CannotStart notWritable(Path root, IOException e) {
    return new CannotStart(
        "The home folder "
            + root
            + " cannot be written. Make it writable, or set WAYMARK_HOME to another folder.",
        e);
  }

  public Path root() {
    return root;
  }

  /** The embedded PostgreSQL: programs, data, passwords, log. */
  public Path database() {
    return root.resolve("database");
  }

  /** Parquet files of facts, one folder per workspace. */
  public Path facts() {
    return root.resolve("facts");
  }

  /** Uploads that wait for their import. */
  public Path spool() {
    return root.resolve("spool");
  }

  /** Scratch space, emptied at every start. */
  public Path tmp() {
    return root.resolve("tmp");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  /** Deletes a folder with all it holds; nothing happens when it is not there. */
  static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
