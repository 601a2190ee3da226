package org.waymark.attainment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Course;
import org.waymark.goals.KeyResultType;
import org.waymark.goals.Level;
import org.waymark.goals.Seen;
import org.waymark.goals.Span;
import org.waymark.goals.Target;
import org.waymark.measurement.Period;

/**
 * Courses of made-up key results. It is Thursday, 11 June 2026; the cycle runs from Monday, 4 May
 * to Friday, 31 July; the last complete week ended on Sunday, 7 June.
 */
final class Courses {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 11);
  static final Period CYCLE = new Period(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 7, 31));
  static final double[] STEADY = {82, 84, 81, 83, 82, 85, 81, 83, 84, 82, 83, 82};

  private Courses() {}

  /** A share with 100 answers a week that is to reach a target. */
  static Course reaching(KeyResultType type, double target, double... weeks) {
    return course(type, Span.ONE_WEEK, "percent", target, null, 0.5, weeks(100L, weeks));
  }

  static Course course(
      KeyResultType type,
      Span span,
      @Nullable String unit,
      @Nullable Double target,
      Target.@Nullable Band band,
      @Nullable Double raw,
      List<Course.Week> weeks) {
    boolean down = type == KeyResultType.DECREASE || type == KeyResultType.KEEP_BELOW;
    return new Course(
        UUID.fromString("00000000-0000-7000-8000-000000000001"),
        1,
        type,
        CYCLE,
        CYCLE.to(),
        TODAY,
        span,
        unit,
        type == KeyResultType.CUMULATIVE,
        false,
        false,
        !down,
        target == null ? null : BigDecimal.valueOf(target),
        band,
        null,
        weeks,
        40.0,
        raw,
        false);
  }

  /** Weeks that end with the last complete one; NaN is a week without a number. */
  static List<Course.Week> weeks(@Nullable Long n, double... values) {
    LocalDate end = TODAY.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    List<Course.Week> weeks = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      LocalDate to = end.minusWeeks(values.length - 1L - i);
      Seen seen =
          Double.isNaN(values[i])
              ? new Seen.Nothing()
              : new Seen.Number(Level.exactly(values[i]), n, false, null, null);
      weeks.add(new Course.Week(new Period(to.minusDays(6), to), seen));
    }
    return weeks;
  }

  /** The same where something will be different that is worth so much. */
  static Course with(double worth, Course course) {
    return of(course, course.keyResult(), BigDecimal.valueOf(worth));
  }

  static Course of(Course course, UUID keyResult) {
    return of(course, keyResult, course.worth());
  }

  private static Course of(Course course, UUID keyResult, @Nullable BigDecimal worth) {
    return new Course(
        keyResult,
        course.version(),
        course.type(),
        course.cycle(),
        course.due(),
        course.today(),
        course.span(),
        course.unit(),
        course.counted(),
        course.grows(),
        course.told(),
        course.upwards(),
        course.target(),
        course.band(),
        worth,
        course.weeks(),
        course.now(),
        course.raw(),
        course.broken());
  }
}
