package org.waymark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A file with the keys of large imports in the order of their identities, which never changes once
 * it is written. It is mapped into memory and takes no heap.
 */
final class KeyRun {
  private static final int ROOM = 11_000 * KeyRecords.SIZE;

  private final UUID id;
  private final Path path;
  private final long size;
  private final KeyRecords records;

  /** Who brought keys of a run, and for which source. */
  record Part(int source, long importNumber) {}

  /** A run as it was written, with how many keys each import brought for each source. */
  record Written(UUID id, Path path, Map<Part, Long> parts) {
    long size() {
      return parts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private KeyRun(UUID id, Path path, MemorySegment memory) {
    this.id = id;
    this.path = path;
    this.size = memory.byteSize() / KeyRecords.SIZE;
    this.records = new KeyRecords(memory);
  }

  /** Opens a run with as many keys as the manifest says. */
  static KeyRun open(UUID id, Path path, long size) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      if (file.size() != size * KeyRecords.SIZE) {
        throw new IOException(
            "it has %d bytes, and %d keys take %d"
                .formatted(file.size(), size, size * KeyRecords.SIZE));
      }
      return new KeyRun(
          id, path, file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto()));
    } catch (IOException e) {
      throw new UncheckedIOException("The keys in " + path + " cannot be read", e);
    }
  }

  UUID id() {
    return id;
  }

  Path path() {
    return path;
  }

  long size() {
    return size;
  }

  KeyRecords records() {
    return records;
  }

  @Nullable KeyState find(UUID identity, String itemId, LongPredicate counts) {
    long index = index(identity);
    return index < 0 || !counts.test(records.importNumber(index))
        ? null
        : records.state(index, itemId, KeyState.Place.RUN);
  }

  /**
   * Where a key lies, or -1. Identities are spread evenly, so the search starts where it should be
   * and widens from there.
   */
  private long index(UUID identity) {
    if (size == 0) {
      return -1; // all that was merged into it had been withdrawn
    }
    long high = identity.getMostSignificantBits();
    long guess = Math.min(size - 1, Math.unsignedMultiplyHigh(high, size));
    long from = guess; // all before are smaller
    long to = guess; // all from here on are not
    for (long step = 64; from > 0 && !before(from - 1, identity); step *= 4) {
      from = Math.max(0, from - step);
    }
    for (long step = 64; to < size && before(to, identity); step *= 4) {
      to = Math.min(size, to + step);
    }
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (before(middle, identity)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from < size && records.is(from, identity) ? from : -1;
  }

  private boolean before(long index, UUID identity) {
    int byHigh = Long.compareUnsigned(records.high(index), identity.getMostSignificantBits());
    return byHigh != 0
        ? byHigh < 0
        : Long.compareUnsigned(records.low(index), identity.getLeastSignificantBits()) < 0;
  }

  /** Writes a chunk's keys as a run, on disk when this returns. */
  static Written write(Path folder, FreshKeys keys) {
    try (Writer writer = new Writer(folder)) {
      for (int index : keys.inOrder()) {
        writer.add(keys.records(), index);
      }
      return writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes several runs as one, without the keys of imports that do not count any more. */
  static Written merge(Path folder, List<KeyRun> runs, LongPredicate counts) {
    long[] at = new long[runs.size()];
    try (Writer writer = new Writer(folder)) {
      while (true) {
        int next = -1;
        for (int run = 0; run < at.length; run++) {
          if (at[run] < runs.get(run).size
              && (next < 0
                  || KeyRecords.compare(
                          runs.get(run).records, at[run], runs.get(next).records, at[next])
                      < 0)) {
            next = run;
          }
        }
        if (next < 0) {
          return writer.finish();
        }
        KeyRecords records = runs.get(next).records;
        long index = at[next]++;
        if (counts.test(records.importNumber(index))) {
          writer.add(records, index);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes records one after the other; what is not finished is removed. */
  private static final class Writer implements AutoCloseable {
    private final UUID id = UUID.randomUUID();
    private final Path path;
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
    private final MemorySegment bytes = MemorySegment.ofBuffer(buffer);
    private final Map<Part, Long> parts = new HashMap<>();
    private @Nullable Part part;
    private long ofPart;
    private boolean finished;

    Writer(Path folder) throws IOException {
      Files.createDirectories(folder);
      path = folder.resolve(id + ".keys");
      file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void add(KeyRecords records, long index) throws IOException {
      if (!buffer.hasRemaining()) {
        flush();
      }
      records.copy(index, bytes, buffer.position());
      buffer.position(buffer.position() + KeyRecords.SIZE);
      count(records.source(index), records.importNumber(index));
    }

    private void count(int source, long importNumber) {
      if (part == null || part.source() != source || part.importNumber() != importNumber) {
        keepCount();
        part = new Part(source, importNumber);
      }
      ofPart++;
    }

    private void keepCount() {
      if (part != null) {
        parts.merge(part, ofPart, Long::sum);
      }
      ofPart = 0;
    }

    private void flush() throws IOException {
      buffer.flip();
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      buffer.clear();
    }

    Written finish() throws IOException {
      flush();
      keepCount();
      file.force(true);
      try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
      finished = true;
      return new Written(id, path, parts);
    }

    @Override
    public void close() throws IOException {
      file.close();
      if (!finished) {
        Files.deleteIfExists(path);
      }
    }
  }
}
