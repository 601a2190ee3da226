package org.waymark.guide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.firstuse.Candidate;
import org.waymark.firstuse.FirstGoal;
import org.waymark.goals.MeasureAsked;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.Period;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Typed;
import tools.jackson.databind.JsonNode;

/** The numbers that a key result could be: those that have data, and any that somebody asks for. */
@Component
public class Figures {
  private static final int MOST_OFFERS = 3;
  private static final int WEEKS_SHOWN = 26;

  private final FirstGoal firstGoal;
  private final Metrics metrics;
  private final Measurement measurement;

  Figures(FirstGoal firstGoal, Metrics metrics, Measurement measurement) {
    this.firstGoal = firstGoal;
    this.metrics = metrics;
    this.measurement = measurement;
  }

  /** What has data for a baseline, the firmest first. */
  public List<Candidate> known(Caller caller) {
    return firstGoal.candidates(caller).stream().filter(Candidate::firm).toList();
  }

  /**
   * At most three of those, with what the words mean first.
   *
   * @param metric key of the metric that the words name; null when they name none
   */
  public List<Candidate> offers(Caller caller, @Nullable String metric) {
    return known(caller).stream()
        .filter(one -> one.suggestion().isPresent())
        .sorted(
            java.util.Comparator.comparing(one -> !one.readings().metric().key().equals(metric)))
        .limit(MOST_OFFERS)
        .toList();
  }

  /**
   * The number asked for over the last four weeks of which anything is known; nothing when the
   * catalogue knows no such number.
   */
  public Optional<Candidate> of(@Nullable MeasureAsked asked) {
    return of(asked, null);
  }

  /**
   * The same over days that somebody has settled on.
   *
   * @param settled null for the last four weeks of which anything is known
   */
  public Optional<Candidate> of(@Nullable MeasureAsked asked, @Nullable Period settled) {
    MetricDefinition metric = asked == null ? null : metrics.find(asked.metric()).orElse(null);
    if (asked == null || metric == null) {
      return Optional.empty();
    }
    try {
      Period days = settled == null ? measurement.latest(metric) : settled;
      Readings readings = measurement.readings(query(asked, days));
      return Optional.of(new Candidate(null, days, readings, readings.single()));
    } catch (InvalidInput | IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  /** The target that was typed, durations in seconds; null where there is none that can be read. */
  public static @Nullable BigDecimal target(Form form) {
    try {
      JsonNode target = new Typed(form).value("target");
      return target == null
          ? null
          : target.isNumber()
              ? target.decimalValue()
              : BigDecimal.valueOf(Duration.parse(target.asString()).toMillis(), 3);
    } catch (InvalidInput | DateTimeParseException notYet) {
      return null;
    }
  }

  /** Whether nothing is said of the number yet but perhaps where it is to come from. */
  public static boolean unsaid(Form form) {
    return Stream.of("measure", "name", "target").allMatch(field -> form.text(field).isEmpty());
  }

  /** The same number week by week, up to half a year before the last day that is known. */
  public Readings weeks(MeasureAsked asked) {
    MetricDefinition metric = metrics.get(asked.metric());
    Period shown = measurement.shown(metric);
    var first = shown.to().minusWeeks(WEEKS_SHOWN).plusDays(1);
    Period days = new Period(shown.from().isAfter(first) ? shown.from() : first, shown.to());
    return measurement.readings(query(asked, days).per(Per.WEEK));
  }

  /**
   * How the number moved from one quarter to the next.
   *
   * @param unit of the number
   * @param all between whole quarters that were both measured, in order of time
   */
  public record Moves(String unit, List<Move> all) {}

  /**
   * One of them.
   *
   * @param days the later quarter
   */
  public record Move(Period days, double by, boolean better) {}

  /** How the number asked for moved, quarter by quarter, as far back as anything is known. */
  public Moves quarters(MeasureAsked asked) {
    MetricDefinition metric = metrics.get(asked.metric());
    Period shown = measurement.shown(metric);
    Readings readings = measurement.readings(query(asked, shown).per(Per.QUARTER));
    List<Move> moves = new ArrayList<>();
    PeriodReading before = null;
    for (PeriodReading now : readings.items()) {
      if (before != null
          && isWhole(before.period())
          && isWhole(now.period())
          && before.reading() instanceof Reading.Measured was
          && now.reading() instanceof Reading.Measured is) {
        double by = is.value() - was.value();
        boolean better =
            switch (readings.direction()) {
              case UP -> by > 0;
              case DOWN -> by < 0;
              case NONE -> false;
            };
        moves.add(new Move(now.period(), by, better));
      }
      before = now;
    }
    return new Moves(readings.unit().code(), moves);
  }

  private static boolean isWhole(Period days) {
    return days.from().getDayOfMonth() == 1
        && days.from().plusMonths(3).minusDays(1).equals(days.to());
  }

  private static ReadingQuery query(MeasureAsked asked, Period days) {
    Map<String, List<String>> filters = new HashMap<>(asked.parts());
    String unit = asked.unit();
    if (unit != null) {
      filters.put("unit", List.of(unit));
    }
    return ReadingQuery.pooled(asked.metric(), asked.statistic(), days).where(filters);
  }
}
