package org.waymark.measure;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Many whole numbers in few bytes, quick to read: in blocks, each number in as many bits as the
 * largest of its block needs, which a byte before the block tells. A block of zeros is that byte
 * alone. A quarter's reading takes a million numbers out, so none of them waits for the one before:
 * where a number lies follows from its place.
 */
final class Packed {

  /** Numbers of one block. */
  static final int BLOCK = 128;

  /** A number is cut out of eight bytes that start at most seven bits before it. */
  private static final int WIDEST_CUT = Long.SIZE - 7;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Packed() {}

  static void write(long[] numbers, ByteArrayOutputStream out) {
    for (int from = 0; from < numbers.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, numbers.length);
      int width = width(numbers, from, to);
      out.write(width);
      long bits = 0;
      int filled = 0;
      for (int i = from; i < to; i++) {
        bits |= numbers[i] << filled;
        for (filled += width; filled >= Byte.SIZE; filled -= Byte.SIZE) {
          out.write((int) bits);
          bits >>>= Byte.SIZE;
        }
      }
      if (filled > 0) {
        out.write((int) bits);
      }
    }
  }

  private static int width(long[] numbers, int from, int to) {
    long all = 0;
    for (int i = from; i < to; i++) {
      all |= numbers[i];
    }
    int width = Long.SIZE - Long.numberOfLeadingZeros(all);
    return width > WIDEST_CUT ? Long.SIZE : width;
  }

  /**
   * Fills an array from an index on.
   *
   * @param at where the first block begins
   * @return where the last block ends
   * @throws IllegalArgumentException when the bytes end before, or are none that {@link #write}
   *     wrote
   */
  static int read(byte[] bytes, int at, long[] numbers, int first) {
    int end = at;
    for (int from = first; from < numbers.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, numbers.length);
      if (end >= bytes.length) {
        throw TallyCodec.tooShort();
      }
      int width = bytes[end++];
      if (width < 0 || (width > WIDEST_CUT && width != Long.SIZE)) {
        throw new IllegalArgumentException("numbers of " + width + " bits in a tally");
      }
      int size = (width * (to - from) + 7) / Byte.SIZE;
      if (size > bytes.length - end) {
        throw TallyCodec.tooShort();
      }
      if (width > 0) {
        cut(bytes, end, width, numbers, from, to);
      }
      end += size;
    }
    return end;
  }

  private static void cut(byte[] bytes, int at, int width, long[] numbers, int from, int to) {
    long mask = -1L >>> (Long.SIZE - width);
    int whole = bytes.length - Long.BYTES;
    int bit = 0;
    for (int i = from; i < to; i++) {
      int here = at + (bit >>> 3);
      long eight = here <= whole ? (long) EIGHT_BYTES.get(bytes, here) : last(bytes, here);
      numbers[i] = eight >>> (bit & 7) & mask;
      bit += width;
    }
  }

  /** What is left where fewer than eight bytes are. */
  private static long last(byte[] bytes, int at) {
    long eight = 0;
    for (int i = bytes.length - 1; i >= at; i--) {
      eight = eight << Byte.SIZE | bytes[i] & 0xFF;
    }
    return eight;
  }
}
