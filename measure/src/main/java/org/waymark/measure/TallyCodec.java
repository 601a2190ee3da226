package org.waymark.measure;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.measure.clock.Hours;
import org.waymark.measure.statistics.ValueCounts;

/**
 * Tallies as compact bytes, for keeping a day's numbers. Whole numbers take seven bits a byte;
 * lists are {@link Packed}. Equal tallies have equal bytes.
 */
public final class TallyCodec {

  /** The first byte of everything written; a later format gets another one. */
  private static final int FORMAT = 2;

  private static final int COUNT = 1;
  private static final int SUM = 2;
  private static final int SHARE = 3;
  private static final int NPS = 4;
  private static final int SCORE = 5;
  private static final int ON_TIME = 6;
  private static final int DURATION = 7;
  private static final int RATE = 8;
  private static final int PERIOD = 9;
  private static final int BUSINESS = 10;

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
        boolean calendar = byCalendar(duration);
        out.number(calendar ? DURATION : BUSINESS);
        out.number(duration.approximate() ? 1 : 0).list(duration.finished());
        out.number(duration.open().size());
        duration
            .open()
            .forEach(
                (by, starts) -> {
                  out.number(by.source());
                  if (!calendar) {
                    out.number(by.schedule());
                  }
                  out.list(starts);
                });
        if (!calendar) {
          out.number(duration.without());
        }
      }
      case RateTally rate -> out.number(RATE).number(rate.of()).number(rate.over());
      case PeriodTally period ->
          out.number(PERIOD)
              .number(period.n())
              .number(period.met())
              .number(period.without())
              .number(period.unsettled());
    }
    return out.bytes();
  }

  private static boolean byCalendar(DurationTally duration) {
    return duration.without() == 0
        && duration.open().keySet().stream().allMatch(by -> by.schedule() == Hours.UNKNOWN);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException for any other bytes
   */
  public static Tally decode(byte[] bytes) {
    Reader in = new Reader(bytes);
    if (in.number() != FORMAT) {
      throw new IllegalArgumentException("a tally in an unknown format");
    }
    Tally tally = tally(in);
    in.end();
    return tally;
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
      case RATE -> new RateTally(in.number(), in.number());
      case PERIOD -> new PeriodTally(in.number(), in.number(), in.number(), in.number());
      case DURATION, BUSINESS -> duration(in, kind == DURATION);
      default -> throw new IllegalArgumentException("an unknown kind of tally: " + kind);
    };
  }

  private static DurationTally duration(Reader in, boolean calendar) {
    boolean approximate = in.number() == 1;
    ValueCounts finished = in.list();
    Map<OpenBy, ValueCounts> open = new TreeMap<>();
    long clocks = in.number();
    for (long i = 0; i < clocks; i++) {
      int source = Math.toIntExact(in.number());
      int schedule = calendar ? Hours.UNKNOWN : Math.toIntExact(in.number());
      open.put(new OpenBy(source, schedule), in.list());
    }
    return DurationTally.of(finished, open, calendar ? 0 : in.number(), approximate);
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

    /** How many values, the first of them, the steps to the next ones, and what counts exceed 1. */
    Writer list(ValueCounts list) {
      int size = list.distinct();
      number(size);
      if (size > 0) {
        long[] steps = new long[size - 1];
        long[] more = new long[size];
        for (int i = 0; i < size; i++) {
          more[i] = list.count(i) - 1;
          if (i > 0) {
            steps[i - 1] = list.value(i) - list.value(i - 1);
          }
        }
        number(list.value(0));
        Packed.write(steps, bytes);
        Packed.write(more, bytes);
      }
      return this;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at == bytes.length) {
          throw tooShort();
        }
        byte next = bytes[at++];
        value |= (next & 0x7FL) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("a number in a tally is too long");
    }

    BigInteger large() {
      long size = number();
      if (size < 1 || size > bytes.length - at) {
        throw tooShort();
      }
      BigInteger value = new BigInteger(bytes, at, (int) size);
      at += (int) size;
      return value;
    }

    Weights weights() {
      return new Weights(number(), large(), large());
    }

    ValueCounts list() {
      long size = number();
      if (size < 0 || size > (long) Packed.BLOCK * (bytes.length - at)) {
        throw tooShort();
      }
      if (size == 0) {
        return ValueCounts.NONE;
      }
      long[] values = new long[(int) size];
      long[] counts = new long[(int) size];
      values[0] = number();
      at = Packed.read(bytes, at, values, 1);
      at = Packed.read(bytes, at, counts, 0);
      counts[0]++;
      for (int i = 1; i < values.length; i++) {
        values[i] += values[i - 1];
        counts[i]++;
      }
      return ValueCounts.of(values, counts);
    }

    void end() {
      if (at < bytes.length) {
        throw new IllegalArgumentException("a tally is followed by something else");
      }
    }
  }

  static IllegalArgumentException tooShort() {
    return new IllegalArgumentException("the bytes of a tally end too early");
  }
}
