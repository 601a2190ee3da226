package org.waymark.goals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.workspace.Workspaces;

/** Lays one goal out with everything that belongs to it, measured at this moment. */
@Component
@Transactional(readOnly = true)
public class GoalDesk {
  /** Comments that a goal's page shows; the list of them goes further. */
  static final int MOST_COMMENTS = 500;

  private final Goals goals;

  private final GoalTable table;
  private final GoalList list;
  private final KeyResultTable keyResults;
  private final KeyResults verbs;
  private final StepTable steps;
  private final ActTable acts;
  private final AgreementTable agreements;
  private final Calls calls;
  private final Reviews reviews;
  private final SnapshotTable snapshots;
  private final CommentTable comments;
  private final Assessments assessments;
  private final List<Foretelling> foretelling;
  private final Workspaces workspaces;
  private final Clock clock;

  GoalDesk(
      Goals goals,
      GoalTable table,
      GoalList list,
      KeyResultTable keyResults,
      KeyResults verbs,
      StepTable steps,
      ActTable acts,
      AgreementTable agreements,
      Calls calls,
      Reviews reviews,
      SnapshotTable snapshots,
      CommentTable comments,
      Assessments assessments,
      List<Foretelling> foretelling,
      Workspaces workspaces,
      Clock clock) {
    this.goals = goals;
    this.table = table;
    this.list = list;
    this.keyResults = keyResults;
    this.verbs = verbs;
    this.steps = steps;
    this.acts = acts;
    this.agreements = agreements;
    this.calls = calls;
    this.reviews = reviews;
    this.snapshots = snapshots;
    this.comments = comments;
    this.assessments = assessments;
    this.foretelling = foretelling;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** One goal with all that its page shows. */
  @Transactional
  public GoalView view(Caller caller, UUID id) {
    Goal goal = goals.get(caller, id);
    Map<Act.Verb, Act> decided = acts.inForce(id);
    Act closure = decided.get(Act.Verb.CLOSURE);
    Map<UUID, SnapshotTable.Snapshot> scored =
        closure == null ? Map.of() : snapshots.of(closure.id());
    List<KeyResultView> measured = new ArrayList<>();
    List<KeyResult> own = keyResults.of(id);
    Map<UUID, Foretold> foretold = foretold(own);
    for (Assessments.Assessed one : assessments.withHistory(goal, own)) {
      UUID which = one.keyResult().id();
      measured.add(view(one, scored.get(which), foretold.get(which)));
    }
    List<Step> plan = steps.of(List.of(id));
    List<Goal> seen = table.around(goal).stream().filter(other -> other.visibleTo(caller)).toList();
    List<GoalLine> around = list.lines(seen);
    List<Act.Agreement> said = agreements.agreements(id);
    List<GoalView.Risk> risks = goal.state() == State.RUNNING ? risks(measured) : List.of();
    return new GoalView(
        goal,
        RollUp.of(measured, false).progress(),
        closure == null ? null : RollUp.of(measured, true).progress(),
        !risks.isEmpty(),
        risks,
        measured,
        plan,
        milestones(plan),
        GoalView.Agreed.of(goal.state(), said),
        said,
        calls.of(id, seen),
        reviews.of(goal),
        GoalView.Decision.of(decided.get(Act.Verb.PROPOSAL)),
        GoalView.Decision.of(decided.get(Act.Verb.COMMITMENT)),
        GoalView.Decision.of(decided.get(Act.Verb.START)),
        GoalView.Closure.of(closure),
        GoalView.Decision.of(decided.get(Act.Verb.WITHDRAWAL)),
        related(around, other -> other.id().equals(goal.contributesTo())).findFirst().orElse(null),
        related(around, other -> other.id().equals(goal.drives())).findFirst().orElse(null),
        related(around, other -> id.equals(other.contributesTo())).toList(),
        related(around, other -> id.equals(other.drives())).toList(),
        comments.newest(id, MOST_COMMENTS));
  }

  /** One key result with all that its goal's page shows of it. */
  @Transactional
  public KeyResultView keyResult(Caller caller, UUID id) {
    KeyResult keyResult = verbs.get(caller, id);
    Goal goal = goals.get(caller, keyResult.goal());
    Act closure = acts.inForce(goal.id()).get(Act.Verb.CLOSURE);
    SnapshotTable.Snapshot scored = closure == null ? null : snapshots.of(closure.id()).get(id);
    List<KeyResult> own = List.of(keyResult);
    return view(assessments.withHistory(goal, own).getFirst(), scored, foretold(own).get(id));
  }

  /** The words with which a key result could be written down again. */
  public KeyResultWords words(KeyResult keyResult) {
    return KeyResultView.words(keyResult);
  }

  private KeyResultView view(
      Assessments.Assessed one,
      SnapshotTable.@Nullable Snapshot scored,
      @Nullable Foretold forecast) {
    Instant now = clock.instant();
    return KeyResultView.of(one, ProgressView.of(one.assessment(), now), scored, forecast);
  }

  private Map<UUID, Foretold> foretold(List<KeyResult> all) {
    List<UUID> ids = all.stream().map(KeyResult::id).toList();
    Map<UUID, Foretold> foretold = new HashMap<>();
    foretelling.forEach(one -> foretold.putAll(one.newest(ids)));
    return foretold;
  }

  private List<GoalView.Risk> risks(List<KeyResultView> measured) {
    LocalDate today = workspaces.today();
    List<GoalView.Risk> risks = new ArrayList<>();
    for (KeyResultView k : measured) {
      Integer confidence =
          k.checkIns().reversed().stream()
              .map(CheckIn::confidence)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      Risks.of(k.progress(), k.due(), confidence, today)
          .ifPresent(reason -> risks.add(new GoalView.Risk(k.id(), reason)));
    }
    return risks;
  }

  private static GoalView.Milestones milestones(List<Step> plan) {
    int of = (int) plan.stream().filter(Step::milestone).count();
    int done = (int) plan.stream().filter(step -> step.milestone() && step.done() != null).count();
    return new GoalView.Milestones(done, of, of - done);
  }

  private static Stream<GoalView.Related> related(List<GoalLine> around, Predicate<Goal> which) {
    return around.stream()
        .filter(line -> which.test(line.goal()))
        .map(
            line ->
                new GoalView.Related(
                    line.goal().id(),
                    line.goal().statement(),
                    line.goal().state(),
                    line.goal().ambition(),
                    line.progress(),
                    line.atRisk()));
  }
}
