package org.waymark.goals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Forbidden;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.workspace.Fields;

/**
 * What happens to a goal: proposed, committed to, started, closed, withdrawn; and each of these
 * taken back, the latest first. The way from draft to running is as long as the people want it: a
 * draft that invited nobody may start at once; where members are invited, they agree first (see
 * {@link Agreements}), or whoever owns the goal commits with a reason that everyone can read.
 */
@Component
@Transactional
public class GoalVerbs {
  private final ActTable table;
  private final Agreements agreements;
  private final KeyResultTable keyResults;
  private final Goals goals;
  private final Focus focus;
  private final Snapshots snapshots;
  private final Audit audit;
  private final Clock clock;

  GoalVerbs(
      ActTable table,
      Agreements agreements,
      KeyResultTable keyResults,
      Goals goals,
      Focus focus,
      Snapshots snapshots,
      Audit audit,
      Clock clock) {
    this.table = table;
    this.agreements = agreements;
    this.keyResults = keyResults;
    this.goals = goals;
    this.focus = focus;
    this.snapshots = snapshots;
    this.audit = audit;
    this.clock = clock;
  }

  /** Shows a draft to everyone and asks the invited, these members among them. */
  public Act propose(Caller caller, UUID id, List<String> emails, @Nullable String reason) {
    return propose(caller, id, Agreements.Asked.people(emails), reason, null);
  }

  /**
   * Shows a draft to everyone and asks the invited for their answers. Proposed again after it went
   * back to draft, everyone is asked anew; what they said before is kept and no longer counts.
   *
   * @param asked who is invited beside those who are
   * @param reason what they are told
   * @param limitReason why it goes beyond a limit of {@link Focus}; needed only then
   */
  public Act propose(
      Caller caller,
      UUID id,
      Agreements.Asked asked,
      @Nullable String reason,
      @Nullable String limitReason) {
    return propose(caller, id, asked, reason, limitReason, null);
  }

  /**
   * The same for a goal whose author has said already why it stands beside another.
   *
   * @param beside the reason for going beyond the limit of {@link Focus} for one sub-area, and for
   *     no other limit; null when it was not said
   */
  public Act propose(
      Caller caller,
      UUID id,
      Agreements.Asked asked,
      @Nullable String reason,
      @Nullable String limitReason,
      @Nullable String beside) {
    Goal goal = goals.held(caller, id, Action.CHANGE_GOAL);
    onlyFrom(goal, "proposed", State.DRAFT);
    entering(caller, goal, new Focus.Reasons(limitReason, beside));
    if (!asked.nobody()) {
      agreements.invite(caller, id, asked);
    }
    return decided(caller, goal, Act.Verb.PROPOSAL, reason, null, null);
  }

  /**
   * Makes a goal agreed.
   *
   * @param reason needed when members were asked and do not agree yet
   * @throws Forbidden when they do not agree yet and the caller does not own the goal
   */
  public Act commit(Caller caller, UUID id, @Nullable String reason) {
    return commit(caller, id, reason, null);
  }

  /**
   * The same, with a reason for going beyond a limit of {@link Focus}.
   *
   * @param limitReason needed for a draft that crosses one
   */
  public Act commit(Caller caller, UUID id, @Nullable String reason, @Nullable String limitReason) {
    Goal goal = goals.held(caller, id, Action.DECIDE_GOAL);
    onlyFrom(goal, "committed to", State.DRAFT, State.PROPOSED, State.AGREED);
    if (table.inForce(id).containsKey(Act.Verb.COMMITMENT)) {
      throw new Conflict("The goal is committed to already.", goal);
    }
    if (goal.state() != State.AGREED && !goal.invited().isEmpty()) {
      if (!goal.owner().equals(caller.email())) {
        throw new Forbidden(
            "Not everyone who was asked agrees; only whoever owns the goal, "
                + goal.owner()
                + ", may commit to it nevertheless.");
      }
      if (!Goals.given(reason)) {
        throw InvalidInput.of(
            "reason", "not everyone who was asked agrees; say why you commit nevertheless");
      }
    }
    entering(caller, goal, new Focus.Reasons(limitReason, null));
    return decided(caller, goal, Act.Verb.COMMITMENT, reason, null, null);
  }

  /** Lets a goal run; baselines that the data allow settle now. */
  public Act start(Caller caller, UUID id) {
    return start(caller, id, null);
  }

  /**
   * The same, with a reason for going beyond a limit of {@link Focus}.
   *
   * @param reason needed for a draft that crosses one
   */
  public Act start(Caller caller, UUID id, @Nullable String reason) {
    Goal goal = goals.held(caller, id, Action.DECIDE_GOAL);
    onlyFrom(goal, "started", State.DRAFT, State.PROPOSED, State.AGREED);
    if (goal.state() != State.AGREED && !goal.invited().isEmpty()) {
      throw new Conflict(
          goal.state() == State.DRAFT
              ? "Members are invited and have not been asked yet; propose the goal, or commit with a"
                  + " reason."
              : "Members were asked and do not all agree yet; wait for them, or commit with a reason.",
          goal);
    }
    entering(caller, goal, new Focus.Reasons(reason, null));
    Act act = decided(caller, goal, Act.Verb.START, null, null, null);
    keyResults.of(id).forEach(keyResult -> snapshots.settle(goal, keyResult));
    return act;
  }

  /**
   * Ends a running goal and keeps its scores as they are known now.
   *
   * @param outcome met or missed
   * @param learning what was learned; a committed goal that was missed needs it
   */
  public Act close(Caller caller, UUID id, @Nullable String outcome, @Nullable String learning) {
    Goal goal = goals.held(caller, id, Action.DECIDE_GOAL);
    onlyFrom(goal, "closed", State.RUNNING);
    Fields fields = new Fields();
    Act.Outcome ended = fields.word("outcome", outcome, Act.Outcome.class);
    if (ended == Act.Outcome.MISSED
        && goal.ambition() == Ambition.COMMITTED
        && !Goals.given(learning)) {
      fields.refuse("learning", "a committed goal was missed; write down what was learned");
    }
    Goals.atMost(fields, "learning", learning, Goals.LONGEST_TEXT);
    fields.check();
    Act act = decided(caller, goal, Act.Verb.CLOSURE, null, ended, learning);
    snapshots.closed(goal, act.id());
    return act;
  }

  /** Gives a goal up before it is closed. */
  public Act withdraw(Caller caller, UUID id, @Nullable String reason) {
    Goal goal = goals.held(caller, id, Action.DECIDE_GOAL);
    onlyFrom(goal, "withdrawn", State.DRAFT, State.PROPOSED, State.AGREED, State.RUNNING);
    return decided(caller, goal, Act.Verb.WITHDRAWAL, reason, null, null);
  }

  /**
   * Takes a decision back; the goal is where it was before.
   *
   * @throws Conflict when it is not in force, or a later one is
   */
  public void takeBack(Caller caller, UUID id, Act.Verb verb) {
    Goal goal = goals.held(caller, id, Action.DECIDE_GOAL);
    Map<Act.Verb, Act> acts = table.inForce(id);
    Act act = acts.get(verb);
    if (act == null) {
      throw new Conflict("There is no " + verb.code() + " to take back.", goal);
    }
    for (Act.Verb later : Act.Verb.values()) {
      if (later.compareTo(verb) > 0 && acts.containsKey(later)) {
        throw new Conflict("Take back the " + later.code() + " first.", goal);
      }
    }
    table.takeBack(act.id(), caller.member(), clock.instant());
    audit.record(caller, "goal." + verb.code() + "-taken-back", "goal", id.toString(), act, null);
    if (verb == Act.Verb.CLOSURE) {
      snapshots.changed(goal, keyResults.of(id));
    }
  }

  /** A draft begins to count against the limits now; what was published counts already. */
  private void entering(Caller caller, Goal goal, Focus.Reasons reasons) {
    if (goal.state() == State.DRAFT) {
      focus.entering(caller, goal, keyResults.of(goal.id()).size(), reasons);
    }
  }

  private Act decided(
      Caller caller,
      Goal goal,
      Act.Verb verb,
      @Nullable String reason,
      Act.@Nullable Outcome outcome,
      @Nullable String learning) {
    if (reason != null && reason.length() > Goals.LONGEST_TEXT) {
      throw InvalidInput.of("reason", "must be at most " + Goals.LONGEST_TEXT + " characters");
    }
    Act act =
        new Act(
            Ids.next(),
            verb,
            clock.instant(),
            caller.email(),
            Goals.blankToNull(reason),
            outcome,
            Goals.blankToNull(learning));
    table.add(caller.workspace(), goal.id(), caller.member(), act);
    audit.record(caller, "goal." + verb.code(), "goal", goal.id().toString(), null, act);
    return act;
  }

  static void onlyFrom(Goal goal, String done, State... states) {
    if (!List.of(states).contains(goal.state())) {
      throw new Conflict(
          "The goal is " + goal.state().code() + " and cannot be " + done + " now.", goal);
    }
  }
}
