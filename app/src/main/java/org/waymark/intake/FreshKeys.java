package org.waymark.intake;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The many keys that one chunk of an import brings, found by identity, outside the heap: a hash
 * table with open addressing over {@link KeyRecords}. For one thread.
 */
final class FreshKeys implements AutoCloseable {
  private static final int FIRST_ROOM = 1 << 17;

  private Arena arena = Arena.ofConfined();
  private MemorySegment memory = arena.allocate((long) FIRST_ROOM * KeyRecords.SIZE);
  private KeyRecords records = new KeyRecords(memory);
  private int room = FIRST_ROOM;
  private int size;
  private int[] slots = new int[2 * FIRST_ROOM]; // one more than the record's index; 0 when free

  int size() {
    return size;
  }

  KeyRecords records() {
    return records;
  }

  /** Adds a key that is not there yet. */
  void add(KeyState state) {
    if (size == room) {
      grow();
    }
    records.put(size, state);
    slots[freeSlot(state.identity.getMostSignificantBits())] = ++size;
  }

  @Nullable KeyState find(UUID identity, String itemId) {
    int index = index(identity);
    return index < 0 ? null : records.state(index, itemId, KeyState.Place.CHUNK);
  }

  /** Says anew what is held of a key that is there. */
  void replace(KeyState state) {
    records.put(index(state.identity), state);
  }

  private int index(UUID identity) {
    int mask = slots.length - 1;
    for (int slot = home(identity.getMostSignificantBits()); ; slot = (slot + 1) & mask) {
      int index = slots[slot] - 1;
      if (index < 0 || records.is(index, identity)) {
        return index;
      }
    }
  }

  private int freeSlot(long high) {
    int slot = home(high);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Identities are hashes already: some of their bits are a good place to start. */
  private int home(long high) {
    return (int) high & (slots.length - 1);
  }

  private void grow() {
    Arena wider = Arena.ofConfined();
    MemorySegment more = wider.allocate(4L * room * KeyRecords.SIZE);
    more.copyFrom(memory);
    arena.close();
    arena = wider;
    memory = more;
    records = new KeyRecords(memory);
    room *= 4;
    slots = new int[2 * room];
    for (int index = 0; index < size; index++) {
      slots[freeSlot(records.high(index))] = index + 1;
    }
  }

  /** The records' indexes in the order of identities. */
  int[] inOrder() {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(size, 1));
    long indexMask = (1L << bits) - 1;
    long[] order = new long[size];
    for (int index = 0; index < size; index++) {
      order[index] = ((records.high(index) ^ Long.MIN_VALUE) & ~indexMask) | index;
    }
    Arrays.sort(order);
    int[] indexes = new int[size];
    for (int i = 0; i < size; i++) {
      int index = (int) (order[i] & indexMask);
      int at = i; // those whose first bits are equal are not in order yet
      while (at > 0 && KeyRecords.compare(records, index, records, indexes[at - 1]) < 0) {
        indexes[at] = indexes[at - 1];
        at--;
      }
      indexes[at] = index;
    }
    return indexes;
  }

  @Override
  public void close() {
    arena.close();
  }
}
