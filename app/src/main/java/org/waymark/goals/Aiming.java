package org.waymark.goals;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;

/** Which key results use a metric, of goals that are neither closed nor withdrawn. */
@Component
@Transactional
public class Aiming {
  private final KeyResultTable keyResults;
  private final GoalTable goals;
  private final Assessments assessments;
  private final Clock clock;

  Aiming(KeyResultTable keyResults, GoalTable goals, Assessments assessments, Clock clock) {
    this.keyResults = keyResults;
    this.goals = goals;
    this.assessments = assessments;
    this.clock = clock;
  }

  /** A key result with its goal, as known now, without its history. */
  public record Aimed(Goal goal, KeyResultView keyResult) {}

  /** Those this caller may see: of running goals first, the one that is due next before others. */
  public List<Aimed> at(Caller caller, String metric) {
    Map<UUID, List<KeyResult>> byGoal = new LinkedHashMap<>();
    for (KeyResult one : keyResults.living(metric)) {
      byGoal.computeIfAbsent(one.goal(), id -> new ArrayList<>()).add(one);
    }
    if (byGoal.isEmpty()) {
      return List.of();
    }
    Map<Goal, List<KeyResult>> seen = new LinkedHashMap<>();
    Map<UUID, Goal> names = new HashMap<>();
    for (Goal goal : goals.find(byGoal.keySet())) {
      if (goal.visibleTo(caller)) {
        seen.put(goal, byGoal.getOrDefault(goal.id(), List.of()));
        names.put(goal.id(), goal);
      }
    }
    Instant now = clock.instant();
    List<Aimed> aimed = new ArrayList<>();
    for (Assessments.Assessed one : assessments.assess(seen)) {
      Goal goal = names.get(one.keyResult().goal());
      if (goal != null) {
        ProgressView progress = ProgressView.of(one.assessment(), now);
        aimed.add(new Aimed(goal, KeyResultView.of(one, progress, null, null)));
      }
    }
    aimed.sort(
        Comparator.comparing((Aimed one) -> one.goal().state() != State.RUNNING)
            .thenComparing(one -> one.keyResult().due())
            .thenComparing(one -> one.goal().statement()));
    return aimed;
  }
}
