package org.waymark.firstuse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Unit;
import org.waymark.measurement.MeasureChoices;
import org.waymark.metrics.Metrics;
import org.waymark.web.Frame;

/** Says what a goal could be about, and how sure its number is, in the reader's words. */
public record CandidateWords(Frame frame, Metrics metrics) {
  /** Data that end longer ago than this say how it was, not how it is. */
  private static final int FRESH_WEEKS = 4;

  /** "Customer satisfaction (share of 4 and 5), q7all". */
  public String title(Candidate candidate) {
    MetricDefinition metric = candidate.readings().metric();
    String label = metrics.words(metric, frame.t().locale()).label();
    String measure =
        metric.statistics().size() == 1
            ? label
            : frame
                .t()
                .of(
                    "first.measure",
                    label,
                    MeasureChoices.called(frame, candidate.readings().statistic()));
    return candidate.question() == null
        ? measure
        : frame.t().of("first.measure.question", measure, candidate.question());
  }

  /** "Resolution time (median) falls from 3.2 days to 3 days by 31 Dec 2026." */
  public String statement(Candidate candidate, BigDecimal target, LocalDate by) {
    return frame
        .t()
        .of(
            "first.statement." + candidate.readings().direction().code(),
            title(candidate),
            String.valueOf(value(candidate)),
            exact(target, candidate.readings().unit()),
            frame.w().date(by));
  }

  /** Why its number is to be taken with care; null when it is not. */
  public @Nullable String caution(Candidate candidate) {
    LocalDate last = candidate.days().to();
    LocalDate today = frame.now().atZone(frame.w().zone()).toLocalDate();
    if (last.isBefore(today.minusWeeks(FRESH_WEEKS))) {
      return frame.t().of("first.old", frame.w().date(last));
    }
    return candidate.reading() instanceof Reading.Measured it && it.indicative()
        ? frame.t().of("first.indicative", it.n())
        : null;
  }

  /** Where the suggested target comes from. */
  public String suggested(Candidate candidate, BeyondChance beyond) {
    Unit unit = candidate.readings().unit();
    long n = ((Reading.Measured) candidate.reading()).n();
    String margin = frame.w().change(beyond.margin(), unit.code()).replace("+", "");
    return frame.t().of("first.target.suggested", exact(beyond.target(), unit), n, margin);
  }

  /** Null where there is no number. */
  public @Nullable String value(Candidate candidate) {
    return switch (candidate.reading()) {
      case Reading.Measured it -> figure(it.value(), candidate.readings().unit());
      case Reading.AtLeast it ->
          frame.t().of("first.atLeast", figure(it.value(), candidate.readings().unit()));
      case Reading.TooFew it -> null;
      case Reading.NoData it -> null;
    };
  }

  /** The 95 % interval; null where there is none. */
  public @Nullable String interval(Candidate candidate) {
    if (!(candidate.reading() instanceof Reading.Measured it)) {
      return null;
    }
    Double low = it.low();
    Double high = it.high();
    return low == null || high == null
        ? null
        : frame.w().interval(low, high, candidate.readings().unit().code());
  }

  /** How many answers it rests on, or how many are missing. */
  public String basis(Candidate candidate) {
    return switch (candidate.reading()) {
      case Reading.Measured it -> frame.w().n(it.n());
      case Reading.AtLeast it -> frame.t().of("first.open", it.open(), it.n());
      case Reading.TooFew it -> frame.t().of("first.tooFew", it.n(), it.needed());
      case Reading.NoData it -> "";
    };
  }

  private String figure(double value, Unit unit) {
    return switch (unit) {
      case SCALE, QUANTITY, RATE -> frame.w().number(value, 2);
      case PERCENT, POINTS, SECONDS, COUNT -> frame.w().value(value, unit.code());
    };
  }

  /** A value that a person chose, with all its decimals. */
  public String exact(BigDecimal value, Unit unit) {
    return switch (unit) {
      case SCALE, QUANTITY, RATE -> frame.w().number(value);
      case PERCENT, POINTS, SECONDS, COUNT -> frame.w().exact(value, unit.code());
    };
  }

  /** As a person would type it. */
  public static String typed(BigDecimal value, Unit unit) {
    if (unit != Unit.SECONDS) {
      return value.toPlainString();
    }
    double seconds = value.doubleValue();
    return seconds >= 2 * 86_400
        ? in(value, 86_400) + " days"
        : seconds >= 2 * 3_600
            ? in(value, 3_600) + " hours"
            : seconds >= 120 ? in(value, 60) + " minutes" : in(value, 1) + " seconds";
  }

  private static String in(BigDecimal seconds, int one) {
    return seconds
        .divide(BigDecimal.valueOf(one), 4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
