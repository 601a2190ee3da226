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
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.platform.Home;
import org.waymark.platform.Ids;

/** Uploaded files on their way: streamed to disk, never into memory. */
@Component
public class Spool {
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

  private static Spooled settled(Path path) throws IOException {
    MessageDigest digest = digest();
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer some = ByteBuffer.allocate(1 << 18);
      while (file.read(some) >= 0) {
        digest.update(some.flip());
        some.clear();
      }
      file.force(true);
      return new Spooled(path, file.size(), HexFormat.of().formatHex(digest.digest()));
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
