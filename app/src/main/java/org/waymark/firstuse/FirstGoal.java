package org.waymark.firstuse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalWords;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Period;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.InvalidInput;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;

/**
 * Proposes a first goal from what has been measured, and writes it down: the cycle if there is
 * none, the goal and its key result, all as a draft and all at once.
 */
@Component
public class FirstGoal {
  private final Metrics metrics;
  private final Measurement measurement;
  private final Goals goals;
  private final KeyResults keyResults;
  private final Cycles cycles;
  private final Workspaces workspaces;
  private final Access access;
  private final Clock clock;

  FirstGoal(
      Metrics metrics,
      Measurement measurement,
      Goals goals,
      KeyResults keyResults,
      Cycles cycles,
      Workspaces workspaces,
      Access access,
      Clock clock) {
    this.metrics = metrics;
    this.measurement = measurement;
    this.goals = goals;
    this.keyResults = keyResults;
    this.cycles = cycles;
    this.workspaces = workspaces;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The goal as it was agreed to on the screen.
   *
   * @param candidate {@link Candidate#code}
   * @param cycle {@link CycleChoice#code}
   * @param cycleName what to call a cycle that has to be made
   * @param name of the key result
   */
  public record Wanted(
      String candidate,
      String cycle,
      String cycleName,
      String statement,
      String name,
      @Nullable JsonNode target) {}

  /**
   * What a first goal could be about, the firmest numbers first. A metric that is neither better
   * high nor low is no goal, and one that says nothing is left out. Of several questions each
   * stands for itself: pooled they would mean nothing.
   */
  public List<Candidate> candidates(Caller by) {
    access.require(by, Action.READ, null);
    List<MetricDefinition> all =
        metrics.all().stream().filter(metric -> metric.direction() != Direction.NONE).toList();
    Map<String, Period> days = new LinkedHashMap<>();
    all.forEach(metric -> days.put(metric.key(), measurement.latest(metric)));
    List<ReadingQuery> queries = new ArrayList<>();
    for (MetricDefinition metric : all) {
      for (Statistic statistic : metric.statistics()) {
        ReadingQuery query =
            ReadingQuery.pooled(
                metric.key(), statistic.code(), Objects.requireNonNull(days.get(metric.key())));
        queries.add(asksQuestions(metric) ? query.by("question") : query);
      }
    }
    Map<String, Candidate> best = new LinkedHashMap<>();
    for (Readings readings : measurement.readings(queries)) {
      Period its = Objects.requireNonNull(days.get(readings.metric().key()));
      boolean named = readings.items().stream().anyMatch(item -> item.by() != null);
      boolean alone = readings.items().size() == 1;
      for (PeriodReading item : readings.items()) {
        if (named && item.by() == null) {
          continue; // answers to no question in particular
        }
        Candidate candidate =
            new Candidate(alone ? null : item.by(), its, readings, item.reading());
        if (tells(item.reading())) {
          best.merge(
              readings.metric().key() + " " + item.by(),
              candidate,
              (earlier, later) -> rank(later) < rank(earlier) ? later : earlier);
        }
      }
    }
    return best.values().stream().sorted(Comparator.comparingInt(FirstGoal::rank)).toList();
  }

  /** A time to something that has not happened to a single item tells nothing. */
  private static boolean tells(Reading reading) {
    return switch (reading) {
      case Reading.Measured it -> true;
      case Reading.AtLeast it -> it.open() < it.n();
      case Reading.TooFew it -> true;
      case Reading.NoData it -> false;
    };
  }

  private static boolean asksQuestions(MetricDefinition metric) {
    return metric.has(Dimension.of("question"));
  }

  /** How well a baseline can rest on it: the lower the better. */
  private static int rank(Candidate candidate) {
    return switch (candidate.reading()) {
      case Reading.Measured it ->
          it.low() == null || it.high() == null ? 2 : it.indicative() ? 1 : 0;
      case Reading.AtLeast it -> 3;
      case Reading.TooFew it -> 4;
      case Reading.NoData it -> 5;
    };
  }

  /**
   * The cycles that run today, the shortest first; where there is none, those that this person can
   * make with the goal.
   */
  @Transactional(readOnly = true)
  public List<CycleChoice> cycles(Caller by) {
    WorkspaceSettings settings = workspaces.current();
    LocalDate today = settings.today(clock);
    List<CycleChoice> running =
        Cursor.everything("cycles", cycles::list).stream()
            .filter(cycle -> cycle.contains(today))
            .sorted(Comparator.comparing(Cycle::to).thenComparing(Cycle::code))
            .map(cycle -> new CycleChoice(cycle.code(), cycle.name(), cycle.from(), cycle.to()))
            .toList();
    return running.isEmpty() && access.can(by, Action.CHANGE_CYCLES, null)
        ? List.of(
            CycleChoice.quarter(today, settings.fiscalYearStart()),
            CycleChoice.year(today, settings.fiscalYearStart()),
            CycleChoice.ninetyDays(today))
        : running;
  }

  /**
   * Writes the goal down as a draft, with its key result and, where none runs, its cycle.
   *
   * @throws InvalidInput naming what makes no sense; then nothing of it is kept
   */
  @Transactional
  public Goal make(Caller by, Wanted wanted) {
    access.require(by, Action.DRAFT_GOAL, null);
    Candidate candidate =
        candidates(by).stream()
            .filter(one -> one.firm() && one.code().equals(wanted.candidate()))
            .findFirst()
            .orElseThrow(
                () -> InvalidInput.of("about", "no baseline can be measured for this any more"));
    CycleChoice cycle =
        cycles(by).stream()
            .filter(one -> one.code().equals(wanted.cycle()))
            .findFirst()
            .orElseThrow(() -> InvalidInput.of("cycle", "choose when the goal runs"));
    Goal goal = goals.create(by, words(wanted, made(by, cycle, wanted.cycleName())));
    Readings readings = candidate.readings();
    keyResults.add(
        by,
        goal.id(),
        new KeyResultWords(
            wanted.name(),
            readings.metric().key(),
            readings.statistic().code(),
            candidate.question() == null ? null : Map.of("question", List.of(candidate.question())),
            null,
            readings.direction() == Direction.UP ? "increase" : "decrease",
            null,
            new KeyResultWords.Days(candidate.days().from(), candidate.days().to()),
            wanted.target(),
            null,
            null,
            null));
    return goals.get(by, goal.id());
  }

  /**
   * The code of a chosen cycle, which is made when it is not there yet.
   *
   * @param name what to call one that has to be made
   */
  @Transactional
  public String made(Caller by, CycleChoice choice, String name) {
    if (!choice.isNew()) {
      return choice.code();
    }
    access.require(by, Action.CHANGE_CYCLES, null);
    return cycles.add(by, new Cycles.NewCycle(null, name, choice.from(), choice.to(), null)).code();
  }

  private static GoalWords words(Wanted wanted, String cycle) {
    return new GoalWords(
        wanted.statement(),
        null,
        null,
        "outcome",
        null,
        cycle,
        null,
        null,
        null,
        null,
        null,
        "committed",
        null);
  }
}
