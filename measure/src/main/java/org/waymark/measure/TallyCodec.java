package org.waymark.measure;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.measure.statistics.ValueCounts;

/**
 * Tallies as compact bytes, for keeping a day's numbers. Rising lists are kept as differences,
 * whole numbers in seven bits a byte. Equal tallies have equal bytes.
 */
public final class TallyCodec {

  /** The first byte of everything written; a later format gets another one. */
  private static final int FORMAT = 1;

  private static final int COUNT = 1;
  private static final int SUM = 2;
  private static final int SHARE = 3;
  private static final int NPS = 4;
  private static final int SCORE = 5;
  private static final int ON_TIME = 6;
  private static final int DURATION = 7;

  private TallyCodec() {}

  public static byte[] encode(Tally tally) {
    Writer out = new Writer();
    out.number(FORMAT);
    switch (tally) {
      case CountTally count -> out.number(COUNT).number(count.items()).number(count.added());
      case SumTally sum -> out.number(SUM).number(sum.items()).large(sum.sum());
      case ShareTally share ->
          out.number(SHARE)
              .number(share.n())
              .number(share.met())
              .number(share.addedN())
              .number(share.addedMet())
              .weights(share.weights())
              .large(share.weightMet());
      case NpsTally nps ->
          out.number(NPS)
              .number(nps.n())
              .number(nps.promoters())
              .number(nps.detractors())
              .weights(nps.weights())
              .large(nps.weightPromoters())
              .large(nps.weightDetractors());
      case ScoreTally score ->
          out.number(SCORE)
              .number(score.n())
              .number(score.top())
              .large(score.sum())
              .large(score.squares())
              .number(score.addedN())
              .number(score.addedTop())
              .weights(score.weights())
              .large(score.weightTop())
              .large(score.weightedSum())
              .large(score.weightedSquares());
      case OnTimeTally onTime ->
          out.number(ON_TIME)
              .number(onTime.due())
              .number(onTime.met())
              .number(onTime.without())
              .number(onTime.addedDue())
              .number(onTime.addedMet());
      case DurationTally duration -> {
        out.number(DURATION).number(duration.approximate() ? 1 : 0).list(duration.finished());
        out.number(duration.open().size());
        duration.open().forEach((source, starts) -> out.number(source).list(starts));
      }
    }
    return out.bytes();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException for any other bytes
   */
  public static Tally decode(byte[] bytes) {
    Reader in = new Reader(bytes);
    try {
      if (in.number() != FORMAT) {
        throw new IllegalArgumentException("a tally in an unknown format");
      }
      Tally tally = tally(in);
      in.end();
      return tally;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the bytes of a tally end too early", e);
    }
  }

  private static Tally tally(Reader in) {
    int kind = Math.toIntExact(in.number());
    return switch (kind) {
      case COUNT -> new CountTally(in.number(), in.number());
      case SUM -> new SumTally(in.number(), in.large());
      case SHARE ->
          new ShareTally(
              in.number(), in.number(), in.number(), in.number(), in.weights(), in.large());
      case NPS ->
          new NpsTally(in.number(), in.number(), in.number(), in.weights(), in.large(), in.large());
      case SCORE ->
          new ScoreTally(
              in.number(),
              in.number(),
              in.large(),
              in.large(),
              in.number(),
              in.number(),
              in.weights(),
              in.large(),
              in.large(),
              in.large());
      case ON_TIME ->
          new OnTimeTally(in.number(), in.number(), in.number(), in.number(), in.number());
      case DURATION -> {
        boolean approximate = in.number() == 1;
        ValueCounts finished = in.list();
        Map<Integer, ValueCounts> open = new TreeMap<>();
        long sources = in.number();
        for (long i = 0; i < sources; i++) {
          open.put(Math.toIntExact(in.number()), in.list());
        }
        yield DurationTally.of(finished, open, approximate);
      }
      default -> throw new IllegalArgumentException("an unknown kind of tally: " + kind);
    };
  }

  private static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Seven bits a byte, the lowest first; the top bit says that more follow. */
    Writer number(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
      return this;
    }

    Writer large(BigInteger value) {
      byte[] digits = value.toByteArray();
      number(digits.length);
      bytes.writeBytes(digits);
      return this;
    }

    Writer weights(Weights weights) {
      return number(weights.n()).large(weights.sum()).large(weights.squares());
    }

    Writer list(ValueCounts list) {
      number(list.distinct());
      long before = 0;
      for (int i = 0; i < list.distinct(); i++) {
        number(list.value(i) - before);
        number(list.count(i));
        before = list.value(i);
      }
      return this;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }

  private static final class Reader {
    private final ByteBuffer bytes;

    Reader(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte next = bytes.get();
        value |= (next & 0x7FL) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("a number in a tally is too long");
    }

    BigInteger large() {
      long size = number();
      if (size < 1 || size > bytes.remaining()) {
        throw new BufferUnderflowException();
      }
      byte[] digits = new byte[(int) size];
      bytes.get(digits);
      return new BigInteger(digits);
    }

    Weights weights() {
      return new Weights(number(), large(), large());
    }

    ValueCounts list() {
      long size = number();
      if (size < 0 || size * 2 > bytes.remaining()) {
        throw new BufferUnderflowException();
      }
      long[] values = new long[(int) size];
      long[] counts = new long[(int) size];
      long value = 0;
      byte[] array = bytes.array();
      int at = bytes.position();
      int end = bytes.limit();
      for (int i = 0; i < values.length; i++) {
        // The two numbers of an entry, unrolled from number(): a quarter has a million of them.
        for (int which = 0; which < 2; which++) {
          long number = 0;
          int shift = 0;
          byte next;
          do {
            if (at == end) {
              throw new BufferUnderflowException();
            }
            if (shift > 63) {
              throw new IllegalArgumentException("a number in a tally is too long");
            }
            next = array[at++];
            number |= (next & 0x7FL) << shift;
            shift += 7;
          } while (next < 0);
          if (which == 0) {
            value += number;
            values[i] = value;
          } else {
            counts[i] = number;
          }
        }
      }
      bytes.position(at);
      return ValueCounts.of(values, counts);
    }

    void end() {
      if (bytes.hasRemaining()) {
        throw new IllegalArgumentException("a tally is followed by something else");
      }
    }
  }
}
