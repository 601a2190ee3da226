package org.waymark.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalView;
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measure.metric.Unit;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Period;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import tools.jackson.databind.JsonNode;

/**
 * Goals out of the library: where the way would begin by the workspace's own data, and the goal
 * with its key result and the process goal that drives it, written down as drafts all at once.
 */
@Component
public class FromLibrary {
  /** Most process goals offered for one outcome. */
  static final int MOST_OFFERS = 3;

  private final Library library;
  private final Measurement measurement;
  private final Goals goals;
  private final GoalDesk desk;
  private final KeyResults keyResults;
  private final Access access;

  FromLibrary(
      Library library,
      Measurement measurement,
      Goals goals,
      GoalDesk desk,
      KeyResults keyResults,
      Access access) {
    this.library = library;
    this.measurement = measurement;
    this.goals = goals;
    this.desk = desk;
    this.keyResults = keyResults;
    this.access = access;
  }

  /**
   * Where the way would begin. What is not known is absent, never filled in.
   *
   * @param metric absent when this workspace does not measure it
   * @param days of the reading
   * @param reading what those days say; absent without a metric, or when several questions are
   *     asked, which together mean nothing
   * @param baseline the reading, rounded as one would say it; absent when nothing is measured
   * @param target the modest end of the band from there; absent likewise
   */
  public record Start(
      @Nullable MetricDefinition metric,
      @Nullable Statistic statistic,
      @Nullable Period days,
      @Nullable Reading reading,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target) {}

  /** Where a goal from this entry would begin, for a unit or, without one, for all. */
  @Transactional(readOnly = true)
  public Start start(Caller caller, LibraryEntry entry, @Nullable String unit) {
    access.require(caller, Action.READ, null);
    MetricDefinition metric = library.metric(entry).orElse(null);
    if (metric == null) {
      return new Start(null, null, null, null, null, null);
    }
    Statistic statistic = statistic(entry, metric);
    Period days = measurement.latest(metric);
    ReadingQuery query = ReadingQuery.pooled(metric.key(), statistic.code(), days);
    if (unit != null) {
      query = query.where(Map.of("unit", List.of(unit)));
    }
    boolean asks = metric.has(Dimension.of("question"));
    Readings readings = measurement.readings(asks ? query.by("question") : query);
    List<PeriodReading> items = readings.items();
    if (items.size() != 1) {
      return new Start(metric, statistic, days, null, null, null);
    }
    Reading reading = items.getFirst().reading();
    if (!(reading instanceof Reading.Measured measured)) {
      return new Start(metric, statistic, days, reading, null, null);
    }
    Unit counted = metric.unit(statistic);
    BigDecimal baseline = rounded(measured.value(), counted);
    return new Start(metric, statistic, days, reading, baseline, target(entry, baseline, counted));
  }

  /**
   * What is wanted of an entry.
   *
   * @param baseline left out to be measured
   * @param target a level; else {@code change} in percent of the baseline; with neither the goal
   *     has no key result yet
   * @param process the process goal that comes with it; left out when none is wanted
   * @param actions how many actions it counts up to
   */
  public record Wanted(
      @Nullable String statement,
      @Nullable String why,
      @Nullable String cycle,
      @Nullable String unit,
      @Nullable JsonNode baseline,
      @Nullable JsonNode target,
      @Nullable BigDecimal change,
      @Nullable String process,
      @Nullable Integer actions) {}

  /**
   * Writes the goal down, with its key result and its process goal.
   *
   * @throws InvalidInput naming each field that is wrong; then nothing of it is kept
   */
  @Transactional
  public Goal write(Caller by, LibraryEntry entry, Wanted wanted) {
    access.require(by, Action.DRAFT_GOAL, null);
    Goal goal =
        goals.create(
            by,
            words(
                wanted.statement(),
                wanted.why(),
                "outcome",
                entry,
                wanted.cycle(),
                wanted.unit(),
                null));
    if (wanted.target() != null || wanted.change() != null) {
      keyResults.add(by, goal.id(), measured(by, entry, wanted));
    }
    if (wanted.process() != null) {
      try {
        drive(by, entry, goal, wanted.process(), wanted.actions());
      } catch (InvalidInput refused) {
        throw ofProcess(refused);
      }
    }
    return goals.get(by, goal.id());
  }

  /** What is wrong with the process goal, against the fields in which it was given. */
  private static InvalidInput ofProcess(InvalidInput refused) {
    return new InvalidInput(
        refused.errors().stream()
            .map(
                error ->
                    switch (error.field()) {
                      case "statement" -> new FieldError("process", error.reason());
                      case "target" -> new FieldError("actions", error.reason());
                      default -> error;
                    })
            .toList());
  }

  /** Writes the process goal of an entry down as what drives this outcome. */
  @Transactional
  public Goal drive(Caller by, LibraryEntry entry, UUID outcome) {
    access.require(by, Action.DRAFT_GOAL, null);
    Goal goal = goals.get(by, outcome);
    return drive(by, entry, goal, entry.process(), entry.actions());
  }

  /**
   * Entries whose process goal could drive this outcome, the closest first: measured by the same
   * metric, or about the same area. None when nothing is close.
   */
  @Transactional
  public List<LibraryEntry> drivers(Caller caller, UUID outcome) {
    GoalView view = desk.view(caller, outcome);
    Set<String> metrics = new HashSet<>();
    view.keyResults().forEach(one -> metrics.add(String.valueOf(one.metric())));
    String area = view.goal().area();
    record Close(LibraryEntry entry, int how) {}
    List<Close> close = new ArrayList<>();
    for (LibraryEntry entry : library.list(caller, null, null, false)) {
      int metric = entry.metric() != null && metrics.contains(entry.metric()) ? 4 : 0;
      int about = area != null && area.equals(entry.area()) ? 3 : 0;
      int same = entry.statement().equals(view.goal().statement()) ? 8 : 0;
      int how = metric + about + same;
      if (how > 0) {
        close.add(new Close(entry, how + (entry.shipped() ? 0 : 1)));
      }
    }
    return close.stream()
        .sorted(Comparator.comparingInt((Close one) -> -one.how()))
        .limit(MOST_OFFERS)
        .map(Close::entry)
        .toList();
  }

  private Goal drive(
      Caller by, LibraryEntry entry, Goal outcome, String statement, @Nullable Integer actions) {
    Goal process =
        goals.create(
            by,
            words(
                statement, null, "process", entry, outcome.cycle(), outcome.unit(), outcome.id()));
    keyResults.add(
        by,
        process.id(),
        new KeyResultWords(
            capital(entry.done()),
            null,
            null,
            null,
            null,
            "cumulative",
            null,
            null,
            Json.mapper().valueToTree(actions == null ? entry.actions() : actions),
            null,
            null,
            null));
    return goals.get(by, process.id());
  }

  private KeyResultWords measured(Caller by, LibraryEntry entry, Wanted wanted) {
    Start start = start(by, entry, wanted.unit());
    MetricDefinition metric = start.metric();
    Statistic statistic = start.statistic();
    boolean pooled = wanted.baseline() == null && start.baseline() != null;
    Period days = start.days();
    return new KeyResultWords(
        capital(entry.result()),
        metric == null ? null : metric.key(),
        metric == null || statistic == null ? null : statistic.code(),
        null,
        metric == null ? null : wanted.unit(),
        entry.up() ? "increase" : "decrease",
        wanted.baseline(),
        pooled && days != null ? new KeyResultWords.Days(days.from(), days.to()) : null,
        wanted.target() != null
            ? wanted.target()
            : Json.mapper().valueToTree(Map.of("changePercent", change(entry, wanted))),
        null,
        null,
        null);
  }

  private static BigDecimal change(LibraryEntry entry, Wanted wanted) {
    BigDecimal change = wanted.change();
    if (change == null) {
      throw new IllegalStateException("neither a target nor a change");
    }
    return entry.up() ? change.abs() : change.abs().negate();
  }

  private static GoalWords words(
      @Nullable String statement,
      @Nullable String why,
      String kind,
      LibraryEntry entry,
      @Nullable String cycle,
      @Nullable String unit,
      @Nullable UUID drives) {
    return new GoalWords(
        statement,
        why,
        null,
        kind,
        entry.area(),
        cycle,
        unit,
        null,
        null,
        null,
        drives,
        "committed",
        null);
  }

  private static Statistic statistic(LibraryEntry entry, MetricDefinition metric) {
    try {
      Statistic wanted =
          entry.statistic() == null ? metric.statistic() : Statistic.of(entry.statistic());
      return metric.allows(wanted) ? wanted : metric.statistic();
    } catch (IllegalArgumentException unknown) {
      return metric.statistic();
    }
  }

  /** As people say it: whole minutes, one decimal of a percent. */
  private static BigDecimal rounded(double value, Unit unit) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return switch (unit) {
      case SECONDS ->
          value < 600
              ? exact.setScale(0, RoundingMode.HALF_EVEN)
              : exact
                  .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_EVEN)
                  .multiply(BigDecimal.valueOf(60));
      case COUNT, QUANTITY -> exact.setScale(0, RoundingMode.HALF_EVEN);
      case PERCENT, POINTS, RATE -> exact.setScale(1, RoundingMode.HALF_EVEN);
      case SCALE -> exact.setScale(2, RoundingMode.HALF_EVEN);
    };
  }

  /** No share is aimed above 100 or below 0: there, a quarter of what is left. */
  private static @Nullable BigDecimal target(LibraryEntry entry, BigDecimal baseline, Unit unit) {
    BigDecimal target = entry.band().from(baseline, entry.up());
    BigDecimal end = entry.up() ? BigDecimal.valueOf(100) : BigDecimal.ZERO;
    boolean beyond =
        unit == Unit.PERCENT
            && (entry.up() ? target.compareTo(end) >= 0 : target.compareTo(end) <= 0);
    if (beyond) {
      BigDecimal left = end.subtract(baseline);
      target = baseline.add(left.divide(BigDecimal.valueOf(4), 1, RoundingMode.HALF_EVEN));
    }
    BigDecimal said = rounded(target.doubleValue(), unit);
    return said.compareTo(baseline) == 0 ? null : said;
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
