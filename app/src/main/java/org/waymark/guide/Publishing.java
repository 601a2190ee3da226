package org.waymark.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Act;
import org.waymark.goals.Agreements;
import org.waymark.goals.Goal;
import org.waymark.goals.GoalDesk;
import org.waymark.goals.GoalVerbs;
import org.waymark.goals.Goals;
import org.waymark.goals.KeyResult;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.KeyResults;
import org.waymark.goals.Reviews;
import org.waymark.goals.State;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Typed;

/**
 * Makes a goal of a guide, all at once or not at all: the goal, its key result, whom it asks for
 * agreement. And the way back: a goal that was published too early becomes a draft, and its guide
 * goes on.
 */
@Component
@Transactional
public class Publishing {
  private final Guides guides;
  private final Judging judging;
  private final Goals goals;
  private final KeyResults keyResults;
  private final GoalDesk desk;
  private final GoalVerbs verbs;
  private final Reviews reviews;
  private final AreaUses uses;
  private final Access access;
  private final Audit audit;

  Publishing(
      Guides guides,
      Judging judging,
      Goals goals,
      KeyResults keyResults,
      GoalDesk desk,
      GoalVerbs verbs,
      Reviews reviews,
      AreaUses uses,
      Access access,
      Audit audit) {
    this.guides = guides;
    this.judging = judging;
    this.goals = goals;
    this.keyResults = keyResults;
    this.desk = desk;
    this.verbs = verbs;
    this.reviews = reviews;
    this.uses = uses;
    this.access = access;
    this.audit = audit;
  }

  /** What is still in the way of publishing, each with the field that mends it. */
  @Transactional(readOnly = true)
  public List<FieldError> missing(Guide guide) {
    Form form = guide.form();
    List<FieldError> missing = new ArrayList<>();
    if (form.text("cycle").isEmpty()) {
      missing.add(new FieldError("cycle", "choose when the goal runs"));
    }
    switch (judging.of(guide).verdict()) {
      case EMPTY -> missing.add(new FieldError("statement", "say what is to be reached"));
      case NOT_YET ->
          missing.add(
              new FieldError(
                  "overruled",
                  "nothing in it can be measured yet: change the words, choose a key metric, or say"
                      + " why it stands nevertheless"));
      case INSPIRES ->
          missing.add(
              new FieldError("target", "an objective needs a key metric with a level to reach"));
      case MEASURABLE, BY_KEY_METRIC, OVERRULED, UNREAD -> {}
    }
    missing.addAll(new Written(form).mistakes());
    return missing;
  }

  /** Publishes a guide that goes beyond no limit of the workspace. */
  public Goal publish(Caller caller, UUID id) {
    return publish(caller, id, null);
  }

  /**
   * Publishes a guide: its goal is seen by everyone, and those who were chosen are asked.
   *
   * @param reason why it goes beyond a limit of the workspace; needed only then
   * @throws InvalidInput naming each field that is in the way; then nothing of it is kept
   * @throws Conflict when the goal it was earlier has been changed elsewhere since
   */
  public Goal publish(Caller caller, UUID id, @Nullable String reason) {
    Guide guide = guides.held(caller, id);
    List<FieldError> missing = missing(guide);
    if (!missing.isEmpty()) {
      throw new InvalidInput(missing);
    }
    Written written = new Written(guide.form());
    KeyResultWords wanted = written.keyResult();
    Turn before = guide.turn();
    UUID known = guide.goal();
    Goal goal =
        known == null || before == null || before.goalVersion() == null
            ? goals.create(caller, written.goal(null))
            : goals.change(
                caller, known, written.goal(goals.get(caller, known)), before.goalVersion());
    KeyResult keyResult = keyResult(caller, goal, wanted, before);
    String every = written.form().optional("reviewEvery");
    if (!Objects.equals(every, goal.reviewEvery())) {
      var on = new Typed(written.form()).day("reviewOn");
      goal = reviews.plan(caller, goal.id(), new Reviews.Plan(on, every, goal.version()));
    }
    drop(caller, id, goal.id(), written.form());
    verbs.propose(
        caller, goal.id(), asked(written.form()), null, reason, besideAnother(written.form()));
    guides.turned(
        caller,
        guide,
        Turn.Verb.PUBLISHED,
        goal.id(),
        goals.get(caller, goal.id()).version(),
        keyResult == null ? null : keyResult.id(),
        keyResult == null ? null : keyResult.version());
    audit.record(caller, "guide.published", "guide", id.toString(), null, goal.id());
    return goals.get(caller, goal.id());
  }

  /**
   * Takes a goal into the guide: a draft, or one that was proposed and goes back to draft for it.
   * What the author has answered since the guide knew the goal stays; every other step says what
   * the goal says now.
   *
   * @throws Conflict when it is agreed, runs or is over
   */
  public Guide takeUp(Caller caller, UUID goalId) {
    Goal goal = goals.get(caller, goalId);
    access.require(caller, Action.CHANGE_GOAL, goal);
    if (!goal.ownedBy(caller)) {
      throw new Conflict("As a draft only its author and its owner see it; ask one of them.", goal);
    }
    if (goal.state() == State.PROPOSED) {
      verbs.takeBack(caller, goalId, Act.Verb.PROPOSAL);
    } else if (goal.state() != State.DRAFT) {
      throw new Conflict("The goal is " + goal.state().code() + "; take that back first.", goal);
    }
    Guide guide = guides.of(caller, goalId);
    KeyResult first = first(caller, goalId);
    if (guide == null) {
      guide = guides.begin(caller, Map.of());
    } else if (guide.open() && isSeen(guide.turn(), goal, first)) {
      return guide;
    }
    Map<String, List<String>> answers =
        Written.answers(goal, first == null ? null : desk.words(first));
    Set<GuideStep> touched = guides.touched(guide);
    guides.refill(caller, guide, answers, touched);
    guides.turned(
        caller,
        guide,
        Turn.Verb.TAKEN_UP,
        goalId,
        goal.version(),
        first == null ? null : first.id(),
        first == null ? null : first.version());
    guides.stand(caller, guide, touched);
    audit.record(caller, "guide.taken-up", "guide", guide.id().toString(), null, goalId);
    return guides.get(caller, guide.id());
  }

  /** What the goal that a guide became says now, as its steps would be answered. */
  @Transactional(readOnly = true)
  public Form now(Caller caller, UUID goalId) {
    KeyResult first = first(caller, goalId);
    KeyResultWords words = first == null ? null : desk.words(first);
    return new Form(Written.answers(goals.get(caller, goalId), words), List.of());
  }

  private @Nullable KeyResult first(Caller caller, UUID goalId) {
    return desk.view(caller, goalId).keyResults().stream()
        .findFirst()
        .map(view -> keyResults.get(caller, view.id()))
        .orElse(null);
  }

  /** Whether the guide has read the goal and its key result as they are now. */
  private static boolean isSeen(@Nullable Turn turn, Goal goal, @Nullable KeyResult first) {
    return turn != null
        && Integer.valueOf(goal.version()).equals(turn.goalVersion())
        && (first == null
            ? turn.keyResult() == null
            : first.id().equals(turn.keyResult())
                && Integer.valueOf(first.version()).equals(turn.keyResultVersion()));
  }

  private @Nullable KeyResult keyResult(
      Caller caller, Goal goal, @Nullable KeyResultWords wanted, @Nullable Turn before) {
    UUID known = before == null ? null : before.keyResult();
    Integer version = before == null ? null : before.keyResultVersion();
    if (wanted == null) {
      cleared(caller, known, version);
      return null;
    }
    if (known == null || version == null) {
      return keyResults.add(caller, goal.id(), wanted);
    }
    KeyResultWords now = desk.words(keyResults.get(caller, known));
    return keyResults.change(caller, known, Written.keeping(now, wanted), version);
  }

  /** A key metric that was there and is no more leaves the goal. */
  private void cleared(Caller caller, @Nullable UUID known, @Nullable Integer version) {
    if (known == null || version == null) {
      return;
    }
    KeyResult now = keyResults.get(caller, known);
    if (now.version() != version) {
      throw new Conflict("The key result was changed by someone else since you read it.", now);
    }
    keyResults.remove(caller, known);
  }

  private static Agreements.Asked asked(Form form) {
    return new Agreements.Asked(form.all("invite"), form.all("units"));
  }

  /** Why the author keeps both this goal and the one that it crowds; null when it was not said. */
  private static @Nullable String besideAnother(Form form) {
    return form.has("drop", "none") ? form.optional("dropBecause") : null;
  }

  /**
   * The goal that the author gave up for this one, if this one crowds it still; that is said once
   * and done once, and the goal counts against no limit any more.
   */
  private void drop(Caller caller, UUID guide, UUID goal, Form form) {
    UUID dropped = form.has("drop", "none") ? null : new Typed(form).id("drop");
    if (dropped == null) {
      return;
    }
    boolean crowds =
        uses.crowded(caller, form.text("area"), uses.in(caller, form.text("cycle"), goal)).stream()
            .anyMatch(one -> one.id().equals(dropped));
    if (crowds) {
      verbs.withdraw(caller, dropped, form.optional("dropBecause"));
    }
    guides.fill(caller, guide, Map.of("drop", List.of(), "dropBecause", List.of()));
  }
}
