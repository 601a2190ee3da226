package org.waymark.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.platform.Changes;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces;

/**
 * Keeps measurements: one whenever a key result or its data changed, and one a day. Lists read the
 * newest, so a list of many goals asks no metric at all.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Snapshots {
  private static final String CHANGED = "changed";

  private final SnapshotTable table;
  private final KeyResultTable keyResults;
  private final GoalTable goals;
  private final Assessments assessments;
  private final Tenancy tenancy;
  private final Changes changes;
  private final ApplicationEventPublisher events;
  private final Workspaces workspaces;
  private final Clock clock;

  Snapshots(
      SnapshotTable table,
      KeyResultTable keyResults,
      GoalTable goals,
      Assessments assessments,
      Tenancy tenancy,
      Changes changes,
      ApplicationEventPublisher events,
      Workspaces workspaces,
      Clock clock) {
    this.table = table;
    this.keyResults = keyResults;
    this.goals = goals;
    this.assessments = assessments;
    this.tenancy = tenancy;
    this.changes = changes;
    this.events = events;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** After somebody changed something about these key results. */
  void changed(Goal goal, List<KeyResult> changed) {
    Map<Goal, List<KeyResult>> byGoal = Map.of(goal, changed);
    Map<UUID, SnapshotTable.Snapshot> newest = newest(byGoal);
    take(byGoal, CHANGED, keyResult -> mayMove(keyResult, newest.get(keyResult.id())));
  }

  /** After a goal moved to other days: of all its key results, which are forecast anew too. */
  void moved(Goal goal) {
    take(Map.of(goal, keyResults.of(goal.id())), CHANGED, keyResult -> true);
  }

  /** After a metric was measured anew: every living key result that uses it. */
  void measured(String metric) {
    eachGoal(keyResults.living(metric), "measured");
  }

  /** Once a day, because days pass and windows move; baselines of running goals settle here. */
  void daily() {
    List<KeyResult> living = keyResults.living(null);
    Map<UUID, Goal> found = eachGoal(living, "daily");
    for (KeyResult keyResult : living) {
      Goal goal = found.get(keyResult.goal());
      if (goal != null && goal.state() == State.RUNNING) {
        settle(goal, keyResult);
      }
    }
  }

  /** The scores that a closure keeps. */
  void closed(Goal goal, UUID act) {
    Instant now = clock.instant();
    table.add(
        tenancy.current(),
        assessments.assess(goal, keyResults.of(goal.id())).stream()
            .map(one -> snapshot(one, now))
            .toList(),
        "closure",
        act);
  }

  /** Keeps the pooled baseline, and the target it makes, if the data allow one. */
  void settle(Goal goal, KeyResult keyResult) {
    if (keyResult.measured() == null
        || keyResult.baseline() != null
        || keyResult.settled() != null) {
      return;
    }
    Assessment.Baseline baseline = assessments.baseline(goal, keyResult);
    if (baseline == null || baseline.days() == null) {
      return;
    }
    BigDecimal target =
        keyResult.target() instanceof Target.Change ? Assessing.target(keyResult, baseline) : null;
    keyResults.settle(
        tenancy.current(),
        keyResult,
        new KeyResult.Settled(
            baseline.value(), baseline.n(), baseline.days(), target, clock.instant()));
  }

  /** In one pass: as many statements for many goals as for one. */
  private Map<UUID, Goal> eachGoal(List<KeyResult> all, String because) {
    Map<UUID, List<KeyResult>> byGoal = new LinkedHashMap<>();
    all.forEach(one -> byGoal.computeIfAbsent(one.goal(), id -> new ArrayList<>()).add(one));
    Map<UUID, Goal> found = new LinkedHashMap<>();
    Map<Goal, List<KeyResult>> living = new LinkedHashMap<>();
    for (Goal goal : goals.find(byGoal.keySet())) {
      found.put(goal.id(), goal);
      living.put(goal, byGoal.getOrDefault(goal.id(), List.of()));
    }
    take(living, because, keyResult -> true);
    return found;
  }

  /**
   * @param foretold whose forecast may be another now
   */
  private void take(
      Map<Goal, List<KeyResult>> byGoal, String because, Predicate<KeyResult> foretold) {
    Instant now = clock.instant();
    Map<UUID, SnapshotTable.Snapshot> newest = newest(byGoal);
    List<SnapshotTable.Snapshot> news = new ArrayList<>();
    List<Assessments.Assessed> assessed = assessments.withLongHistory(byGoal, foretold);
    for (Assessments.Assessed one : assessed) {
      SnapshotTable.Snapshot next = snapshot(one, now);
      if (news(newest.get(next.keyResult()), next)) {
        news.add(next);
      }
    }
    table.add(tenancy.current(), news, because, null);
    tell(byGoal.keySet(), assessed.stream().filter(one -> foretold.test(one.keyResult())).toList());
    Set<UUID> moved =
        news.stream().map(SnapshotTable.Snapshot::keyResult).collect(Collectors.toSet());
    byGoal.forEach(
        (goal, all) -> {
          if (all.stream().anyMatch(one -> moved.contains(one.id()))) {
            changes.tell(tenancy.current(), "goal", goal.id().toString());
          }
        });
  }

  private Map<UUID, SnapshotTable.Snapshot> newest(Map<Goal, List<KeyResult>> byGoal) {
    return table.newest(byGoal.values().stream().flatMap(List::stream).map(KeyResult::id).toList());
  }

  /**
   * Whether a forecast may be another after people changed something: a check-in moves only numbers
   * that people tell. Two years of a metric are not read again for a comment on it.
   */
  private static boolean mayMove(KeyResult keyResult, SnapshotTable.@Nullable Snapshot last) {
    return keyResult.measured() == null || last == null || last.version() != keyResult.version();
  }

  private void tell(Set<Goal> goals, List<Assessments.Assessed> assessed) {
    Map<UUID, Goal> byId = goals.stream().collect(Collectors.toMap(Goal::id, goal -> goal));
    LocalDate today = workspaces.today();
    List<Course> courses = new ArrayList<>();
    for (Assessments.Assessed one : assessed) {
      Goal goal = byId.get(one.keyResult().goal());
      if (goal != null) {
        courses.add(Course.of(goal.days(), today, one));
      }
    }
    events.publishEvent(new KeyResultsMeasured(courses));
  }

  /** The same again on the same day says nothing new. */
  private static boolean news(SnapshotTable.@Nullable Snapshot last, SnapshotTable.Snapshot next) {
    if (last == null || last.version() != next.version()) {
      return true;
    }
    boolean sameDay = day(last).equals(day(next));
    return !sameDay || !content(last).equals(content(next));
  }

  private static LocalDate day(SnapshotTable.Snapshot snapshot) {
    return LocalDate.ofInstant(snapshot.progress().asOf(), ZoneOffset.UTC);
  }

  private static List<@Nullable Object> content(SnapshotTable.Snapshot s) {
    List<@Nullable Object> content = new ArrayList<>();
    content.add(s.definition());
    content.add(plain(s.baseline()));
    content.add(plain(s.target()));
    content.add(s.progress().state());
    content.add(s.progress().window());
    content.add(s.progress().raw());
    content.add(s.progress().low());
    content.add(s.progress().high());
    content.add(s.progress().met());
    content.add(s.progress().reading().value());
    content.add(s.progress().reading().n());
    content.add(s.progress().reading().state());
    return content;
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null
        ? null
        : value.round(MathContext.DECIMAL64).stripTrailingZeros().toPlainString();
  }

  private static SnapshotTable.Snapshot snapshot(Assessments.Assessed one, Instant now) {
    Assessment assessment = one.assessment();
    return new SnapshotTable.Snapshot(
        one.keyResult().id(),
        one.keyResult().version(),
        one.metric() == null ? null : one.metric().version(),
        assessment.baseline() == null ? null : assessment.baseline().value(),
        assessment.target(),
        ProgressView.of(assessment, now));
  }
}
