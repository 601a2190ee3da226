package org.waymark.measurement.web;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Unit;
import org.waymark.web.SvgNumber;

/**
 * Where one number lies among others on one line: a mark with its interval, and the number of
 * everything together.
 *
 * @param low where its interval begins, of {@value #WIDTH}; null without one
 * @param high where its interval ends
 * @param value where it is
 * @param whole where the number of everything is; null without one
 * @param atLeast whether it is only a lower bound
 */
public record RangeMark(
    @Nullable String low,
    @Nullable String high,
    String value,
    @Nullable String whole,
    boolean atLeast) {
  private static final double WIDTH = 120;
  private static final double EDGE = 6;

  /** The line on which numbers of one kind lie. */
  record Scale(double least, double most, @Nullable Double whole) {

    /** Wide enough for all of them; what counts from nothing begins at nothing. Null for none. */
    static @Nullable Scale of(List<Reading> readings, Reading whole, Unit unit) {
      double[] values =
          Stream.concat(readings.stream(), Stream.of(whole))
              .flatMapToDouble(Scale::values)
              .toArray();
      if (values.length == 0) {
        return null;
      }
      double low = DoubleStream.of(values).min().orElseThrow();
      double high = DoubleStream.of(values).max().orElseThrow();
      double room = Math.max(high - low, Math.max(Math.abs(high), Math.abs(low)) * 0.1);
      double[] ends =
          readings.stream()
              .flatMapToDouble(Scale::ends)
              .map(end -> Math.clamp(end, low - room, high + room))
              .toArray();
      double least = Math.min(low, DoubleStream.of(ends).min().orElse(low));
      double most = Math.max(high, DoubleStream.of(ends).max().orElse(high));
      boolean fromNothing =
          switch (unit) {
            case COUNT, SECONDS, QUANTITY, RATE -> true;
            case PERCENT, POINTS, SCALE -> false;
          };
      return new Scale(
          fromNothing ? Math.min(0, least) : least,
          most > least ? most : least + 1,
          values(whole).boxed().findFirst().orElse(null));
    }

    @Nullable RangeMark mark(Reading reading) {
      String at = whole == null ? null : place(whole);
      return switch (reading) {
        case Reading.Measured it ->
            new RangeMark(
                it.low() == null ? null : place(it.low()),
                it.high() == null ? null : place(it.high()),
                place(it.value()),
                at,
                false);
        case Reading.AtLeast it -> new RangeMark(null, null, place(it.value()), at, true);
        case Reading.TooFew it -> null;
        case Reading.NoData it -> null;
      };
    }

    private String place(double value) {
      double share = Math.clamp((value - least) / (most - least), 0, 1);
      return SvgNumber.of(EDGE + (WIDTH - 2 * EDGE) * share);
    }

    private static DoubleStream values(Reading reading) {
      return switch (reading) {
        case Reading.Measured it -> DoubleStream.of(it.value());
        case Reading.AtLeast it -> DoubleStream.of(it.value());
        case Reading.TooFew it -> DoubleStream.empty();
        case Reading.NoData it -> DoubleStream.empty();
      };
    }

    private static DoubleStream ends(Reading reading) {
      return reading instanceof Reading.Measured it
          ? Stream.of(it.low(), it.high())
              .flatMap(Stream::ofNullable)
              .mapToDouble(Double::doubleValue)
          : DoubleStream.empty();
    }
  }
}
