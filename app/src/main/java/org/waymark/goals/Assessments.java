package org.waymark.goals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Period;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;
import org.waymark.platform.NotFound;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * Assesses the key results of a goal as they are at this moment, from data and from what people
 * told.
 */
@Component
class Assessments {
  /** How much of the past is wanted. */
  private enum Depth {
    NONE,
    /** What a page shows: from some weeks before the cycle on. */
    SHOWN,
    /** What a forecast looks back on: two years, also of what people told, week by week. */
    LONG
  }

  /** Weeks of history a forecast looks back on. */
  private static final int LONG_WEEKS = 104;

  /** Weeks of history shown before the cycle. */
  private static final int WEEKS_BEFORE = 8;

  /** Weeks of history shown at most: a year, what lay before it and its ragged ends. */
  private static final int MOST_WEEKS = 64;

  private final Measurement measurement;
  private final Metrics metrics;
  private final CheckInTable checkIns;
  private final StepTable steps;
  private final Workspaces workspaces;
  private final Clock clock;

  Assessments(
      Measurement measurement,
      Metrics metrics,
      CheckInTable checkIns,
      StepTable steps,
      Workspaces workspaces,
      Clock clock) {
    this.measurement = measurement;
    this.metrics = metrics;
    this.checkIns = checkIns;
    this.steps = steps;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * One key result with what it was assessed from.
   *
   * @param milestones the steps whose weights a milestone key result adds up
   * @param history empty unless it was asked for
   */
  record Assessed(
      KeyResult keyResult,
      Assessment assessment,
      Assessing.Source source,
      @Nullable MetricDefinition metric,
      List<CheckIn> checkIns,
      List<Step> milestones,
      List<Past> history) {}

  /** One stretch of a key result's past. */
  record Past(Period days, Seen seen) {}

  /** All of them in their order, with their check-ins, in few questions. */
  List<Assessed> assess(Goal goal, List<KeyResult> keyResults) {
    return assess(Map.of(goal, keyResults));
  }

  /** The key results of many goals, with as many questions as those of one. */
  List<Assessed> assess(Map<Goal, List<KeyResult>> byGoal) {
    return assess(byGoal, keyResult -> Depth.NONE);
  }

  /** The same with what a forecast needs, for those that one is wanted of. */
  List<Assessed> withLongHistory(Map<Goal, List<KeyResult>> byGoal, Predicate<KeyResult> wanted) {
    return assess(byGoal, keyResult -> wanted.test(keyResult) ? Depth.LONG : Depth.NONE);
  }

  /** The same with the history of each, also with as many questions for many as for one. */
  List<Assessed> withHistory(Goal goal, List<KeyResult> keyResults) {
    return assess(Map.of(goal, keyResults), keyResult -> Depth.SHOWN);
  }

  private List<Assessed> assess(
      Map<Goal, List<KeyResult>> byGoal, Function<KeyResult, Depth> depth) {
    WorkspaceSettings settings = workspaces.current();
    Map<UUID, List<Step>> plans = new HashMap<>();
    for (Step step : steps.of(byGoal.keySet().stream().map(Goal::id).toList())) {
      plans.computeIfAbsent(step.goal(), id -> new ArrayList<>()).add(step);
    }
    List<KeyResult> all = byGoal.values().stream().flatMap(List::stream).toList();
    Map<UUID, List<CheckIn>> told = new HashMap<>();
    for (CheckIn checkIn : checkIns.of(all.stream().map(KeyResult::id).toList())) {
      told.computeIfAbsent(checkIn.keyResult(), id -> new ArrayList<>()).add(checkIn);
    }
    Map<String, MetricDefinition> definitions = definitions(all);
    AskedTogether asked = new AskedTogether(measurement::readings);
    List<Assessed> assessed = new ArrayList<>();
    do {
      assessed.clear();
      byGoal.forEach(
          (goal, keyResults) -> {
            Assessing assessing = assessing(goal.days(), settings);
            List<Step> plan = plans.getOrDefault(goal.id(), List.of());
            for (KeyResult keyResult : keyResults) {
              List<CheckIn> own = told.getOrDefault(keyResult.id(), List.of());
              KeyResult.MeasuredBy by = keyResult.measured();
              MetricDefinition metric = by == null ? null : definitions.get(by.metric());
              assessed.add(
                  assessed(assessing, keyResult, metric, own, plan, asked, depth.apply(keyResult)));
            }
          });
    } while (asked.ask());
    return assessed;
  }

  /**
   * One that is only thought about, with what a forecast needs: the same questions as of one that
   * is stored.
   *
   * @param cycle the days of the cycle of its goal
   */
  Assessed supposed(Period cycle, KeyResult keyResult) {
    Assessing assessing = assessing(cycle, workspaces.current());
    KeyResult.MeasuredBy by = keyResult.measured();
    MetricDefinition metric = by == null ? null : metrics.get(by.metric());
    List<CheckIn> told = checkIns.of(List.of(keyResult.id()));
    AskedTogether asked = new AskedTogether(this::again);
    Assessed assessed;
    do {
      assessed = assessed(assessing, keyResult, metric, told, List.of(), asked, Depth.LONG);
    } while (asked.ask());
    return assessed;
  }

  /**
   * The answers to questions that are put again within moments, while a target is moved: alone each
   * is remembered; of a part of the items its days are kept instead.
   */
  private List<Readings> again(List<ReadingQuery> queries) {
    boolean narrowed = queries.stream().anyMatch(query -> !query.filters().isEmpty());
    return narrowed
        ? measurement.readings(queries)
        : queries.stream().map(measurement::readings).toList();
  }

  private Map<String, MetricDefinition> definitions(List<KeyResult> keyResults) {
    Set<String> keys = new HashSet<>();
    for (KeyResult keyResult : keyResults) {
      KeyResult.MeasuredBy by = keyResult.measured();
      if (by != null) {
        keys.add(by.metric());
      }
    }
    Map<String, MetricDefinition> definitions = metrics.of(keys);
    keys.forEach(
        key -> {
          if (!definitions.containsKey(key)) {
            throw new NotFound("metric");
          }
        });
    return definitions;
  }

  private static Assessed assessed(
      Assessing assessing,
      KeyResult keyResult,
      @Nullable MetricDefinition metric,
      List<CheckIn> told,
      List<Step> plan,
      AskedTogether asked,
      Depth depth) {
    List<Step> marks = milestones(keyResult, plan);
    Assessing.Source source =
        metric == null ? new Told(keyResult.type(), told) : new ByMetric(asked, keyResult, metric);
    Assessment assessment =
        assessing.assess(
            keyResult,
            source,
            marks.stream()
                .map(
                    step ->
                        new Progress.Milestone(step.weight().doubleValue(), step.done() != null))
                .toList());
    List<Past> history =
        switch (depth) {
          case NONE -> List.of();
          case SHOWN -> metric == null ? told(told) : sinceBefore(assessing, keyResult, source);
          case LONG -> longPast(assessing, keyResult, source);
        };
    return new Assessed(keyResult, assessment, source, metric, told, marks, history);
  }

  /**
   * The baseline and target of a key result that is not stored yet, for the checks that need them.
   */
  Assessment.@Nullable Baseline baseline(Goal goal, KeyResult keyResult) {
    KeyResult.MeasuredBy by = keyResult.measured();
    if (by == null) {
      return null;
    }
    return assessing(goal.days(), workspaces.current())
        .baseline(
            keyResult, new ByMetric(measurement::readings, keyResult, metrics.get(by.metric())));
  }

  /** Each told value as it came. */
  private static List<Past> told(List<CheckIn> checkIns) {
    return checkIns.stream()
        .filter(CheckIn::hasNumber)
        .map(c -> new Past(new Period(c.on(), c.on()), Told.number(c)))
        .toList();
  }

  private static List<Past> sinceBefore(
      Assessing assessing, KeyResult keyResult, Assessing.Source source) {
    LocalDate from = assessing.cycle().from().minusWeeks(WEEKS_BEFORE);
    return weekByWeek(assessing, keyResult, source, from, MOST_WEEKS);
  }

  private static List<Past> longPast(
      Assessing assessing, KeyResult keyResult, Assessing.Source source) {
    if (keyResult.type().onlyByHand()) {
      return List.of();
    }
    LocalDate from = assessing.today().minusWeeks(LONG_WEEKS + 1L);
    return weekByWeek(assessing, keyResult, source, from, LONG_WEEKS);
  }

  /** From a day on until now or the due date, the latest weeks if they are too many. */
  private static List<Past> weekByWeek(
      Assessing assessing, KeyResult keyResult, Assessing.Source source, LocalDate from, int most) {
    LocalDate yesterday = assessing.today().minusDays(1);
    LocalDate until = keyResult.due().isBefore(yesterday) ? keyResult.due() : yesterday;
    List<Period> weeks = Span.weeksWithin(from, until, assessing.weekStart());
    if (weeks.size() > most) {
      weeks = weeks.subList(weeks.size() - most, weeks.size());
    }
    List<Seen> seen = source.each(weeks);
    List<Past> past = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      past.add(new Past(weeks.get(i), seen.get(i)));
    }
    return past;
  }

  private Assessing assessing(Period cycle, WorkspaceSettings settings) {
    return new Assessing(cycle, settings.today(clock), settings.weekStart());
  }

  /** The milestones that name this key result; when none does, those that name no other. */
  private static List<Step> milestones(KeyResult keyResult, List<Step> plan) {
    if (keyResult.type() != KeyResultType.MILESTONE) {
      return List.of();
    }
    List<Step> marks = plan.stream().filter(Step::milestone).toList();
    List<Step> own =
        marks.stream().filter(step -> keyResult.id().equals(step.keyResult())).toList();
    return own.isEmpty() ? marks.stream().filter(step -> step.keyResult() == null).toList() : own;
  }
}
