package org.waymark.intake;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * Keys as records of one size, one after the other in memory outside the heap or in a mapped file.
 * A record holds a key's identity, what {@link KeyState} knows of it, and no text.
 */
final class KeyRecords {
  /** Bytes of a record. */
  static final int SIZE = 8 * Long.BYTES + 7 * Integer.BYTES;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int HIGH = 0;
  private static final int LOW = 8;
  private static final int KEY_NO = 16;
  private static final int REVISION = 24;
  private static final int SEEN_REVISION = 32;
  private static final int CONTENT_HIGH = 40;
  private static final int CONTENT_LOW = 48;
  private static final int IMPORT = 56;
  private static final int SOURCE = 64;
  private static final int FILE_DAY = 68;
  private static final int DAYS = 72;

  private final MemorySegment memory;

  KeyRecords(MemorySegment memory) {
    this.memory = memory;
  }

  void put(long index, KeyState state) {
    long at = index * SIZE;
    KeyState.Version version = state.version;
    memory.set(LONG, at + HIGH, state.identity.getMostSignificantBits());
    memory.set(LONG, at + LOW, state.identity.getLeastSignificantBits());
    memory.set(LONG, at + KEY_NO, state.keyNo);
    memory.set(LONG, at + REVISION, version.revision());
    memory.set(LONG, at + SEEN_REVISION, state.seenRevision);
    memory.set(LONG, at + CONTENT_HIGH, version.content().getMostSignificantBits());
    memory.set(LONG, at + CONTENT_LOW, version.content().getLeastSignificantBits());
    memory.set(LONG, at + IMPORT, version.importNumber());
    memory.set(INT, at + SOURCE, state.sourceNumber);
    memory.set(INT, at + FILE_DAY, version.fileDay());
    for (int anchor = 0; anchor < KeyState.ANCHORS.length; anchor++) {
      memory.set(INT, at + DAYS + 4L * anchor, version.days()[anchor]);
    }
  }

  /** A key's state; the text of its id is the asker's, who found it by that. */
  KeyState state(long index, String itemId, KeyState.Place place) {
    long at = index * SIZE;
    return new KeyState(
        new UUID(high(index), low(index)),
        source(index),
        itemId,
        memory.get(LONG, at + KEY_NO),
        place,
        new KeyState.Version(
            memory.get(LONG, at + REVISION),
            new UUID(memory.get(LONG, at + CONTENT_HIGH), memory.get(LONG, at + CONTENT_LOW)),
            importNumber(index),
            memory.get(INT, at + FILE_DAY),
            days(index)),
        memory.get(LONG, at + SEEN_REVISION));
  }

  long high(long index) {
    return memory.get(LONG, index * SIZE + HIGH);
  }

  long low(long index) {
    return memory.get(LONG, index * SIZE + LOW);
  }

  boolean is(long index, UUID identity) {
    return high(index) == identity.getMostSignificantBits()
        && low(index) == identity.getLeastSignificantBits();
  }

  int source(long index) {
    return memory.get(INT, index * SIZE + SOURCE);
  }

  long importNumber(long index) {
    return memory.get(LONG, index * SIZE + IMPORT);
  }

  int[] days(long index) {
    int[] days = new int[KeyState.ANCHORS.length];
    for (int anchor = 0; anchor < days.length; anchor++) {
      days[anchor] = memory.get(INT, index * SIZE + DAYS + 4L * anchor);
    }
    return days;
  }

  void copy(long index, MemorySegment to, long at) {
    MemorySegment.copy(memory, index * SIZE, to, at, SIZE);
  }

  /** The order of identities: as unsigned numbers, high part first. */
  static int compare(KeyRecords a, long i, KeyRecords b, long j) {
    int byHigh = Long.compareUnsigned(a.high(i), b.high(j));
    return byHigh != 0 ? byHigh : Long.compareUnsigned(a.low(i), b.low(j));
  }
}
