package org.waymark.attainment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Course;
import org.waymark.goals.KeyResultType;
import org.waymark.goals.Seen;
import org.waymark.goals.Span;
import org.waymark.goals.Target;
import org.waymark.measure.attainment.Aim;
import org.waymark.measure.attainment.Chance;
import org.waymark.measure.attainment.Forecast;
import org.waymark.measure.attainment.Pace;
import org.waymark.measure.attainment.PlannedChange;
import org.waymark.measure.attainment.Point;
import org.waymark.measure.attainment.Quantity;
import org.waymark.measure.attainment.Series;

/**
 * What a course asks of a forecast: which reading, of how many weeks, is to be what. A question is
 * about the number that will be scored, not about one like it.
 *
 * @param steps the last week that counts is so many weeks after the last one read
 * @param weeks so many are taken together
 */
record Question(Course course, Kind kind, Aim aim, int steps, int weeks) {

  /**
   * How far off people are taken to be with what they think a change is worth, as a share of it: as
   * likely as not it brings between two thirds and four thirds.
   */
  private static final double DOUBT = 0.5;

  /** What has to be true in the end. */
  enum Kind {
    /** The last weeks before the due date, taken together, are as aimed for. */
    REACH,
    /** Every stretch of weeks is. */
    KEEP,
    /** What all weeks bring is. */
    ADD_UP
  }

  /**
   * The question, or nothing where there is none: what only people can say is done, what is decided
   * already, has not begun, or has no target yet; and amounts over several weeks, because those add
   * up rather than pool, or whatever else a longer time tells otherwise than its weeks do.
   */
  static Optional<Question> of(Course course) {
    Aim aim = aim(course);
    if (aim == null || course.weeks().isEmpty() || course.broken()) {
      return Optional.empty();
    }
    return switch (course.type()) {
      case INCREASE, DECREASE, THRESHOLD -> reach(course, aim);
      case KEEP_ABOVE, KEEP_BELOW, KEEP_WITHIN ->
          switch (course.span()) {
            case Span.Cycle whole -> reach(course, aim);
            case Span.Weeks weeks -> keep(course, aim, weeks.number());
          };
      case CUMULATIVE -> addUp(course, aim);
      case MILESTONE, BINARY -> Optional.empty();
    };
  }

  /** Why there is no question, in a word; of a course of which there is none. */
  static String silence(Course course) {
    KeyResultType type = course.type();
    if (type.onlyByHand() || course.told() && (type.keeps() || course.counted())) {
      return "told";
    }
    if (aim(course) == null) {
      return "noTarget";
    }
    if (course.broken()) {
      return "broken";
    }
    boolean begun = course.cycle().from().isBefore(course.today());
    if (!begun && (type.keeps() || course.counted())) {
      return "notBegun";
    }
    if (course.counted()) {
      return course.now() == null ? "noData" : "over";
    }
    return isAmount(course) && !course.span().equals(Span.ONE_WEEK) ? "addsUp" : "over";
  }

  private static @Nullable Aim aim(Course course) {
    Target.Band band = course.band();
    if (band != null) {
      return new Aim.Within(band.low().doubleValue(), band.high().doubleValue());
    }
    BigDecimal target = course.target();
    if (target == null) {
      return null;
    }
    return course.upwards()
        ? new Aim.AtLeast(target.doubleValue())
        : new Aim.AtMost(target.doubleValue());
  }

  private static Optional<Question> reach(Course course, Aim aim) {
    List<LocalDate> ends = weekEnds(course, course.cycle().from());
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    int together =
        course.told()
            ? 1
            : switch (course.span()) {
              case Span.Weeks weeks -> weeks.number();
              case Span.Cycle whole -> ends.size();
            };
    return asked(course, Kind.REACH, aim, ends.getLast(), together);
  }

  private static Optional<Question> keep(Course course, Aim aim, int together) {
    List<LocalDate> ends = weekEnds(course, course.cycle().from());
    int whole = ends.size() / together * together;
    boolean begun = course.cycle().from().isBefore(course.today());
    return whole == 0 || !begun || course.told()
        ? Optional.empty()
        : asked(course, Kind.KEEP, aim, ends.get(whole - 1), together);
  }

  private static Optional<Question> asked(
      Course course, Kind kind, Aim aim, LocalDate end, int together) {
    int steps = (int) ChronoUnit.WEEKS.between(lastRead(course), end);
    return steps < 1 || together > 1 && (isAmount(course) || course.grows())
        ? Optional.empty()
        : Optional.of(new Question(course, kind, aim, steps, together));
  }

  /** Days that are left, in weeks. */
  private static Optional<Question> addUp(Course course, Aim aim) {
    long days = ChronoUnit.DAYS.between(course.today(), course.due()) + 1;
    int steps = (int) Math.round(days / 7.0);
    return steps < 1 || course.told() || course.now() == null
        ? Optional.empty()
        : Optional.of(new Question(course, Kind.ADD_UP, aim, steps, 1));
  }

  /** The last days of the complete weeks from a day to the due date. */
  private static List<LocalDate> weekEnds(Course course, LocalDate from) {
    DayOfWeek weekStart = lastRead(course).plusDays(1).getDayOfWeek();
    return Span.weeksWithin(from, course.due(), weekStart).stream().map(week -> week.to()).toList();
  }

  private static LocalDate lastRead(Course course) {
    return course.weeks().getLast().days().to();
  }

  private static boolean isAmount(Course course) {
    return "count".equals(course.unit());
  }

  LocalDate lastRead() {
    return lastRead(course);
  }

  Quantity quantity() {
    String unit = course.unit();
    if (unit == null) {
      return Quantity.SCORE;
    }
    return switch (unit) {
      case "percent" -> Quantity.SHARE;
      case "seconds" -> Quantity.DURATION;
      case "count" -> Quantity.COUNT;
      default -> Quantity.SCORE;
    };
  }

  /** What was read, week by week; of amounts it does not matter how many answers they rest on. */
  Series series() {
    return Series.of(course.weeks().stream().map(week -> point(week.seen())).toList());
  }

  private Point point(Seen seen) {
    return switch (seen) {
      case Seen.Number number ->
          Point.of(number.level().value(), number.n() == null || isAmount(course) ? 0 : number.n());
      case Seen.AtLeast atLeast -> Point.missing();
      case Seen.TooFew tooFew -> Point.missing();
      case Seen.Nothing nothing -> Point.missing();
    };
  }

  /** The answer, from the forecast of the last week that counts. */
  Chance chance(Forecast forecast) {
    Double now = course.now();
    return switch (kind) {
      case REACH -> forecast.pooled(weeks).chance(aim);
      case KEEP -> forecast.pooled(weeks).chanceOfKeeping(aim);
      case ADD_UP -> forecast.chanceOfAddingUp(now == null ? 0 : now, aim);
    };
  }

  /** What people say will be different, as a change of the number towards the target. */
  Optional<PlannedChange> different() {
    BigDecimal worth = course.worth();
    if (worth == null) {
      return Optional.empty();
    }
    double effect = course.upwards() ? worth.doubleValue() : -worth.doubleValue();
    return Optional.of(new PlannedChange(effect, DOUBT * worth.doubleValue(), new Pace.Straight()));
  }

  /** Whether the number that is scored in the end is a reading, so that it can be expected. */
  boolean endsInAReading() {
    return kind == Kind.REACH;
  }
}
