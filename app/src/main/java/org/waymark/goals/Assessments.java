package org.waymark.goals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Period;
import org.waymark.metrics.Metrics;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * Assesses the key results of a goal as they are at this moment, from data and from what people
 * told.
 */
@Component
class Assessments {
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

  /** One key result with what it was assessed from. */
  record Assessed(
      KeyResult keyResult,
      Assessment assessment,
      Assessing.Source source,
      @Nullable MetricDefinition metric,
      List<CheckIn> checkIns) {}

  /** One stretch of a key result's past. */
  record Past(Period days, Seen seen) {}

  /** All of them in their order, with their check-ins, in few questions. */
  List<Assessed> assess(Goal goal, List<KeyResult> keyResults) {
    return assess(Map.of(goal, keyResults));
  }

  Assessed assess(Goal goal, KeyResult keyResult) {
    return assess(goal, List.of(keyResult)).getFirst();
  }

  /** The key results of many goals, with as many questions as those of one. */
  List<Assessed> assess(Map<Goal, List<KeyResult>> byGoal) {
    WorkspaceSettings settings = workspaces.current();
    Map<UUID, List<Step>> plans = new HashMap<>();
    for (Step step : steps.of(byGoal.keySet().stream().map(Goal::id).toList())) {
      plans.computeIfAbsent(step.goal(), id -> new ArrayList<>()).add(step);
    }
    Map<UUID, List<CheckIn>> told = new HashMap<>();
    for (CheckIn checkIn :
        checkIns.of(byGoal.values().stream().flatMap(List::stream).map(KeyResult::id).toList())) {
      told.computeIfAbsent(checkIn.keyResult(), id -> new ArrayList<>()).add(checkIn);
    }
    Map<String, MetricDefinition> definitions = new HashMap<>();
    AskedTogether asked = new AskedTogether(measurement);
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
              MetricDefinition metric =
                  by == null ? null : definitions.computeIfAbsent(by.metric(), metrics::get);
              assessed.add(assessed(assessing, keyResult, metric, own, plan, asked));
            }
          });
    } while (asked.ask());
    return assessed;
  }

  private Assessed assessed(
      Assessing assessing,
      KeyResult keyResult,
      @Nullable MetricDefinition metric,
      List<CheckIn> told,
      List<Step> plan,
      AskedTogether asked) {
    List<Progress.Milestone> milestones = milestones(keyResult, plan);
    if (metric == null) {
      Told source = new Told(keyResult.type(), told);
      Assessment assessment = assessing.assess(keyResult, source, milestones);
      return new Assessed(keyResult, assessment, source, null, told);
    }
    return new Assessed(
        keyResult,
        assessing.assess(keyResult, new ByMetric(asked, keyResult, metric), milestones),
        new ByMetric(measurement::readings, keyResult, metric),
        metric,
        told);
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

  /**
   * Week by week from before the cycle until now or its due date; of told values each as it came.
   */
  List<Past> history(Goal goal, Assessed of) {
    if (of.metric() == null) {
      return of.checkIns().stream()
          .filter(CheckIn::hasNumber)
          .map(c -> new Past(new Period(c.on(), c.on()), Told.number(c)))
          .toList();
    }
    WorkspaceSettings settings = workspaces.current();
    LocalDate yesterday = settings.today(clock).minusDays(1);
    LocalDate due = of.keyResult().due();
    LocalDate until = due.isBefore(yesterday) ? due : yesterday;
    LocalDate from = goal.days().from().minusWeeks(WEEKS_BEFORE);
    List<Period> weeks = Span.weeksWithin(from, until, settings.weekStart());
    if (weeks.size() > MOST_WEEKS) {
      weeks = weeks.subList(weeks.size() - MOST_WEEKS, weeks.size());
    }
    List<Seen> seen = of.source().each(weeks);
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
  private static List<Progress.Milestone> milestones(KeyResult keyResult, List<Step> plan) {
    if (keyResult.type() != KeyResultType.MILESTONE) {
      return List.of();
    }
    List<Step> marks = plan.stream().filter(Step::milestone).toList();
    List<Step> own =
        marks.stream().filter(step -> keyResult.id().equals(step.keyResult())).toList();
    return (own.isEmpty() ? marks.stream().filter(step -> step.keyResult() == null).toList() : own)
        .stream()
            .map(step -> new Progress.Milestone(step.weight().doubleValue(), step.done() != null))
            .toList();
  }
}
