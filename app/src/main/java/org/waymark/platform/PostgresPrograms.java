package org.waymark.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once per home and version, and how to run them as somebody who is
 * not root.
 */
final class PostgresPrograms {
  private final Path folder;
  private final Unprivileged unprivileged;

  private PostgresPrograms(Path folder, Unprivileged unprivileged) {
    this.folder = folder;
    this.unprivileged = unprivileged;
  }

  static PostgresPrograms unpack(Path database, Unprivileged unprivileged) throws IOException {
    String name = "/postgres-" + system() + "-" + machine() + ".txz";
    URL bundle = PostgresPrograms.class.getResource(name);
    if (bundle == null) {
      throw new CannotStart(
          "This build brings no PostgreSQL for "
              + system()
              + " "
              + machine()
              + ". Set WAYMARK_DATABASE_URL to a PostgreSQL 18 of your own.");
    }
    // the bundle's size tells one build of it from another, without reading its 15 MB at every
    // start
    Path folder =
        database.resolve(
            "postgres-"
                + EmbeddedPostgres.MAJOR
                + "-"
                + bundle.openConnection().getContentLengthLong());
    if (!Files.exists(folder)) {
      Path making = database.resolve("programs.new");
      Home.empty(making);
      try (InputStream in = bundle.openStream()) {
        extract(in, making);
      }
      Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresPrograms(folder, unprivileged);
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
  }

  private static String machine() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      case String other -> other;
    };
  }

  private static void extract(InputStream in, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(in, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(
              "The PostgreSQL bundle names a path outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  /** Starts a program; its output goes to the log file. */
  Process start(List<String> command, Path log) throws IOException {
    List<String> words = new ArrayList<>(unprivileged.prefix());
    words.add(folder.resolve("bin").resolve(command.getFirst()).toString());
    words.addAll(command.subList(1, command.size()));
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(key -> key.startsWith("PG") || key.startsWith("WAYMARK_"));
    builder.environment().put("LC_ALL", "C");
    builder.directory(folder.toFile());
    return builder.start();
  }

  void runToEnd(List<String> command, Path log) throws IOException {
    Process process = start(command, log);
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command.getFirst() + " did not finish");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(command.getFirst() + " failed: " + Files.readString(log).strip());
    }
  }

  /** Gives a path to the user that PostgreSQL runs as. */
  void hand(Path path) throws IOException {
    unprivileged.hand(path);
  }
}
