package org.waymark.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.attainment.Advice;
import org.waymark.measure.attainment.Chance;
import org.waymark.measurement.Period;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Workspaces;

/**
 * How likely a target is to be reached, before anybody commits to it: the same question, of the
 * same weeks, to the same engine as of key results that are there, only that nothing is kept.
 */
@Component
@Transactional(readOnly = true)
public class Outlooks {
  /** The id of a key result that is not there. */
  private static final UUID NONE = new UUID(0, 0);

  private static final String NAMELESS = "–";

  private final KeyResults keyResults;
  private final Goals goals;
  private final Assessments assessments;
  private final Foretelling foretelling;
  private final Workspaces workspaces;
  private final Access access;

  Outlooks(
      KeyResults keyResults,
      Goals goals,
      Assessments assessments,
      Foretelling foretelling,
      Workspaces workspaces,
      Access access) {
    this.keyResults = keyResults;
    this.goals = goals;
    this.assessments = assessments;
    this.foretelling = foretelling;
    this.workspaces = workspaces;
    this.access = access;
  }

  /**
   * Of a key result that somebody is writing down; it need not have a name yet.
   *
   * @param cycle the days of the cycle its goal runs in
   * @param id of the key result that is being changed, so that what people told of it counts; null
   *     for a new one
   * @throws InvalidInput naming each field that is wrong or missing
   */
  public Outlook of(
      Caller caller, Period cycle, Ambition ambition, KeyResultWords words, @Nullable UUID id) {
    access.require(caller, Action.READ, null);
    UUID known = id == null ? NONE : keyResults.get(caller, id).id();
    KeyResultWords named = Goals.given(words.name()) ? words : words.called(NAMELESS);
    return of(cycle, ambition, keyResults.read(cycle, named, known, NONE, 1));
  }

  /**
   * Of a key result that is there, with its target or its day moved in thought.
   *
   * @param target null to leave it as it is
   * @param due null to leave it as it is
   * @throws NotFound when there is none, or its goal is a draft this caller may not see
   */
  public Outlook moved(
      Caller caller, UUID id, @Nullable BigDecimal target, @Nullable LocalDate due) {
    KeyResult now = keyResults.get(caller, id);
    Goal goal = goals.get(caller, now.goal());
    if (due != null && due.isBefore(goal.days().from())) {
      throw InvalidInput.of(
          "due", "must not be before the cycle, which starts on " + goal.days().from());
    }
    boolean movable = now.target() instanceof Target.Level || now.target() instanceof Target.Change;
    if (target != null && !movable) {
      throw InvalidInput.of("target", "a " + now.type().code() + " has no one target to move");
    }
    return of(
        goal.days(),
        goal.ambition(),
        now.aimedAt(
            target == null ? now.target() : new Target.Level(target),
            due == null ? now.due() : due));
  }

  private Outlook of(Period cycle, Ambition ambition, KeyResult supposed) {
    Assessments.Assessed assessed = assessments.supposed(cycle, supposed);
    Course course = Course.of(cycle, workspaces.today(), assessed);
    Foretold foretold = foretelling.foretell(course);
    Double chance = foretold.chance();
    KeyResult.MeasuredBy by = supposed.measured();
    Assessment.Baseline baseline = assessed.assessment().baseline();
    return new Outlook(
        supposed.type(),
        by == null ? null : by.metric(),
        by == null ? null : by.statistic(),
        course.unit(),
        course.upwards(),
        baseline == null ? null : baseline.value(),
        course.target(),
        course.band(),
        course.due(),
        course.now(),
        foretold,
        chance == null ? List.of() : Advice.on(new Chance(chance), ambition == Ambition.COMMITTED));
  }
}
