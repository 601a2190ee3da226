package org.waymark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.platform.Home;
import org.waymark.platform.Ids;

/** Uploaded files on their way: streamed to disk, never into memory. */
@Component
public class Spool {
  private static final ThreadFactory FORCING = Thread.ofPlatform().name("forcing").factory();

  private final Home home;

  Spool(Home home) {
    this.home = home;
  }

  /** A file that has arrived whole. */
  public record Spooled(Path path, long bytes, String sha256) {}

  /**
   * Takes an upload over from the container, which has written it to disk in the same home: it is
   * moved, not written again.
   */
  public Spooled take(MultipartFile upload) {
    Path path = arriving();
    try {
      upload.transferTo(path.toFile());
      return settled(path);
    } catch (IOException e) {
      throw new UncheckedIOException("An upload could not be kept on disk", e);
    }
  }

  /** Writes what arrives to disk and makes sure that it stays there. */
  public Spooled take(InputStream in) {
    Path path = arriving();
    try (in) {
      Files.copy(in, path);
      return settled(path);
    } catch (IOException e) {
      throw new UncheckedIOException("What arrived could not be written to disk", e);
    }
  }

  private Path arriving() {
    return home.spool().resolve("arriving-" + Ids.next());
  }

  /** Reads a file for its hash while the disk is still taking it; both are done at the end. */
  private static Spooled settled(Path path) throws IOException {
    MessageDigest digest = digest();
    try (FileChannel file =
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ExecutorService disk = Executors.newSingleThreadExecutor(FORCING)) {
      Future<Boolean> forced =
          disk.submit(
              () -> {
                file.force(true);
                return true;
              });
      ByteBuffer some = ByteBuffer.allocate(1 << 18);
      while (file.read(some) >= 0) {
        digest.update(some.flip());
        some.clear();
      }
      await(forced);
      return new Spooled(path, file.size(), HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static void await(Future<Boolean> forced) throws IOException {
    try {
      forced.get();
    } catch (ExecutionException failed) {
      throw new IOException("The disk did not take a file", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while the disk took a file", stopped);
    }
  }

  /** Forgets a file that nobody wants. */
  public void discard(Spooled file) {
    delete(file.path());
  }

  /** Where the file of an import lies until it is taken in. */
  Path of(java.util.UUID importId) {
    return home.spool().resolve(importId.toString());
  }

  void rename(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
