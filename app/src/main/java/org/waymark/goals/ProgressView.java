package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.Period;

/**
 * A key result's progress as pages and the API show it.
 *
 * @param state measured, atLeast, tooFew, noData or noBaseline
 * @param raw may leave 0..1
 * @param score clamped to 0..1; absent where it cannot be told
 * @param low lower end of the score's band
 * @param met whether the target itself is reached, where that is known
 * @param window the days that were pooled
 * @param asOf when this was known
 */
public record ProgressView(
    ReadingView reading,
    @Nullable Double raw,
    @Nullable Double score,
    @Nullable Double low,
    @Nullable Double high,
    String state,
    @Nullable Boolean met,
    @Nullable Window window,
    Instant asOf) {

  /** Days from and to, both included. */
  public record Window(LocalDate from, LocalDate to) {
    static @Nullable Window of(@Nullable Period period) {
      return period == null ? null : new Window(period.from(), period.to());
    }
  }

  /** What was seen, in the API's words; what does not apply is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReadingView(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String state,
      @Nullable Double value,
      @Nullable Long n,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Boolean indicative,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable Long open,
      @Nullable Long needed) {

    static ReadingView of(@Nullable Period days, Seen seen) {
      LocalDate from = days == null ? null : days.from();
      LocalDate to = days == null ? null : days.to();
      return switch (seen) {
        case Seen.Number s -> {
          Level.Interval interval = s.level().interval();
          yield new ReadingView(
              from,
              to,
              "measured",
              s.level().value(),
              s.n(),
              interval == null ? null : interval.low(),
              interval == null ? null : interval.high(),
              s.indicative(),
              s.numerator(),
              s.denominator(),
              null,
              null);
        }
        case Seen.AtLeast s ->
            new ReadingView(
                from, to, "atLeast", s.value(), s.n(), null, null, null, null, null, s.open(),
                null);
        case Seen.TooFew s ->
            new ReadingView(
                from, to, "tooFew", null, s.n(), null, null, null, null, null, null, s.needed());
        case Seen.Nothing s ->
            new ReadingView(
                from, to, "noData", null, null, null, null, null, null, null, null, null);
      };
    }
  }

  static ProgressView of(Assessment assessment, Instant asOf) {
    Progress progress = assessment.progress();
    Progress.Band band =
        switch (progress) {
          case Progress.Scored scored -> scored.band();
          case Progress.Bounded bounded -> bounded.band();
          case Progress.Unscored unscored -> null;
        };
    return new ProgressView(
        ReadingView.of(assessment.window(), assessment.seen()),
        progress instanceof Progress.Scored scored ? scored.raw() : null,
        progress.score(),
        band == null ? null : band.low(),
        band == null ? null : band.high(),
        assessment.state(),
        progress.met(),
        Window.of(assessment.window()),
        asOf);
  }
}
