package org.waymark.attainment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Course;
import org.waymark.goals.Foretold;
import org.waymark.measure.attainment.Aim;
import org.waymark.measure.attainment.Chance;
import org.waymark.measure.attainment.ChanceLabel;
import org.waymark.measure.attainment.Forecast;
import org.waymark.measure.attainment.Outlook;
import org.waymark.measure.attainment.Pace;
import org.waymark.measure.attainment.Range;
import org.waymark.measure.calibration.TrafficLight;

/**
 * What was said of a key result at a moment, as it is kept. Without a chance it says why.
 *
 * @param state known, tooFewReadings, tooFarAhead, or decided: there is nothing to foretell
 * @param lastRead the last day of the last week that was looked at; absent when none was
 * @param needed readings that are needed; absent when there are enough
 * @param chance as computed, never clipped
 * @param withDifference the chance with what people say will be different, as computed; absent
 *     where they did not say what that is worth
 * @param pace what the pace rule says at the same moment; absent where progress cannot be told
 */
record Saying(
    UUID keyResult,
    int version,
    Instant at,
    String state,
    @Nullable LocalDate lastRead,
    int steps,
    int readings,
    @Nullable Integer needed,
    @Nullable Double chance,
    @Nullable Double withDifference,
    @Nullable TrafficLight pace,
    @Nullable Double expected,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double oneInThree,
    List<Foretold.Stop> path) {

  static final String DECIDED = "decided";

  private static final double LIKELY = 0.8;

  Saying {
    path = List.copyOf(path);
  }

  static Saying of(Course course, Instant now) {
    Optional<Question> question = Question.of(course);
    if (question.isEmpty()) {
      return without(course, now, DECIDED, 0, 0, null);
    }
    Question asked = question.get();
    int readings = asked.series().read().size();
    return switch (Outlook.of(asked.series(), asked.quantity(), asked.steps())) {
      case Outlook.Known known -> known(asked, known.forecast(), readings, now);
      case Outlook.TooFewReadings few ->
          without(course, now, "tooFewReadings", asked.steps(), readings, few.needed());
      case Outlook.TooFarAhead far ->
          without(course, now, "tooFarAhead", asked.steps(), readings, far.periods());
    };
  }

  private static Saying without(
      Course course, Instant now, String state, int steps, int readings, @Nullable Integer needed) {
    return new Saying(
        course.keyResult(),
        course.version(),
        now,
        state,
        course.weeks().isEmpty() ? null : course.weeks().getLast().days().to(),
        steps,
        readings,
        needed,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static Saying known(Question asked, Forecast forecast, int readings, Instant now) {
    Course course = asked.course();
    Forecast end = forecast.pooled(asked.weeks());
    Range likely = asked.endsInAReading() ? end.likely(LIKELY) : null;
    Aim aim = asked.aim();
    return new Saying(
        course.keyResult(),
        course.version(),
        now,
        "known",
        asked.lastRead(),
        asked.steps(),
        readings,
        null,
        asked.chance(forecast).raw(),
        asked.different().flatMap(forecast::with).map(it -> asked.chance(it).raw()).orElse(null),
        pace(course),
        likely == null ? null : end.mean(),
        likely == null ? null : likely.low(),
        likely == null ? null : likely.high(),
        likely == null || end.reachedOneTimeInThree(aim).isEmpty()
            ? null
            : end.reachedOneTimeInThree(aim).getAsDouble(),
        path(asked, forecast));
  }

  private static List<Foretold.Stop> path(Question asked, Forecast forecast) {
    List<Foretold.Stop> path = new ArrayList<>();
    for (int step = 1; step <= forecast.steps(); step++) {
      Forecast there = forecast.at(step);
      Range likely = there.likely(LIKELY);
      path.add(
          new Foretold.Stop(
              asked.lastRead().plusWeeks(step), there.mean(), likely.low(), likely.high()));
    }
    return path;
  }

  /** The share of the way against the share of the time; what is kept or not is kept now or not. */
  private static @Nullable TrafficLight pace(Course course) {
    Double raw = course.raw();
    if (raw == null) {
      return null;
    }
    boolean way = course.type().meansChange() || course.counted();
    return TrafficLight.of(raw, way ? new Pace.Straight().at(elapsed(course)) : 1);
  }

  /** The share of the time from the cycle's first day to the due date that has passed. */
  private static double elapsed(Course course) {
    double all = course.due().toEpochDay() - course.cycle().from().toEpochDay() + 1;
    double gone = course.today().toEpochDay() - course.cycle().from().toEpochDay();
    return all <= 0 ? 1 : Math.clamp(gone / all, 0, 1);
  }

  /** Whether it says anything that was not said before. */
  boolean isNews(@Nullable Saying before) {
    if (before == null) {
      return !state.equals(DECIDED);
    }
    return version != before.version
        || steps != before.steps
        || readings != before.readings
        || !state.equals(before.state)
        || !Objects.equals(chance, before.chance)
        || !Objects.equals(withDifference, before.withDifference);
  }

  /** As pages and the API show it; nothing when there is nothing to foretell. */
  Optional<Foretold> shown() {
    return state.equals(DECIDED) ? Optional.empty() : Optional.of(as(state));
  }

  /**
   * The same of what is only thought about, where people want to know why nothing is said.
   *
   * @param course what it was said of
   */
  Foretold shownOf(Course course) {
    return as(state.equals(DECIDED) ? Question.silence(course) : state);
  }

  private Foretold as(String word) {
    Double raw = chance;
    Chance said = raw == null ? null : new Chance(raw);
    Double then = withDifference;
    return new Foretold(
        word,
        readings,
        needed,
        version,
        at,
        said == null ? null : said.shown(),
        said == null ? null : ChanceLabel.of(said).name().toLowerCase(Locale.ROOT),
        expected,
        low,
        high,
        oneInThree,
        then == null ? null : new Chance(then).shown(),
        path);
  }
}
