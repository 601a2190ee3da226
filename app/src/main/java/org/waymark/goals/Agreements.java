package org.waymark.goals;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.Unit;
import org.waymark.people.UnitTree;
import org.waymark.people.Units;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Forbidden;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Fields;

/**
 * Asks members for their support of a goal and keeps what they say. Each member has one answer to a
 * proposal, which they alone change, settle and take back; so two who answer at once lose nothing.
 * Whether the goal is agreed follows from the answers: {@link Missing} says what is lacking.
 */
@Component
@Transactional
public class Agreements {
  private static final State[] ASKING = {State.PROPOSED, State.AGREED};

  private final AgreementTable table;
  private final Goals goals;
  private final Units units;
  private final Audit audit;
  private final Clock clock;

  Agreements(AgreementTable table, Goals goals, Units units, Audit audit, Clock clock) {
    this.table = table;
    this.goals = goals;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who is to be asked.
   *
   * @param invite members by e-mail
   * @param units units by code: everyone in them and in the units below who can answer, but whoever
   *     owns the goal
   */
  public record Asked(@Nullable List<String> invite, @Nullable List<String> units) {
    public static Asked people(List<String> emails) {
      return new Asked(emails, List.of());
    }

    boolean nobody() {
      return (invite == null || invite.isEmpty()) && (units == null || units.isEmpty());
    }
  }

  /**
   * An answer in the words of whoever gives it.
   *
   * @param answer agree, concern or cannot-support
   * @param reason needed for a concern and for lacking support
   * @param version of the goal they had before their eyes; absent: whichever it has now
   * @param keyResultsVersion likewise of its key results
   */
  public record Words(
      @Nullable String answer,
      @Nullable String reason,
      @Nullable Integer version,
      @Nullable Integer keyResultsVersion) {}

  /**
   * Asks members for their support; they see the goal from now on, also while it is a draft.
   * Whoever is invited already stays so.
   *
   * @throws InvalidInput naming each member and unit that cannot be asked
   */
  public void invite(Caller caller, UUID id, Asked asked) {
    Goal goal = goals.held(caller, id, Action.CHANGE_GOAL);
    Goals.refuseWhenOver(goal);
    if (asked.nobody()) {
      throw InvalidInput.of("invite", "choose at least one member or a unit");
    }
    Fields fields = new Fields();
    Set<String> named = new LinkedHashSet<>();
    Instant now = clock.instant();
    List<String> emails = asked.invite() == null ? List.of() : asked.invite();
    for (int i = 0; i < emails.size(); i++) {
      AgreementTable.Invited member = table.member(emails.get(i).strip()).orElse(null);
      if (member == null) {
        fields.refuse("invite[" + i + "]", "there is no member with this e-mail");
      } else if (!member.answers()) {
        fields.refuse("invite[" + i + "]", "is a viewer, who cannot answer");
      } else if (table.invite(caller.workspace(), id, member.id(), null, caller.member(), now)) {
        named.add(member.email());
      }
    }
    List<String> codes = asked.units() == null ? List.of() : asked.units();
    UnitTree tree = codes.isEmpty() ? null : units.tree();
    for (int i = 0; i < codes.size() && tree != null; i++) {
      Unit unit = tree.byCode(codes.get(i)).orElse(null);
      List<AgreementTable.Invited> people =
          unit == null ? List.of() : table.people(within(tree, unit));
      if (unit == null) {
        fields.refuse("units[" + i + "]", "there is no unit with this code");
      } else if (people.isEmpty()) {
        fields.refuse("units[" + i + "]", "nobody who can answer belongs to this unit");
      } else {
        for (AgreementTable.Invited member : people) {
          if (!member.email().equals(goal.owner())
              && table.invite(
                  caller.workspace(), id, member.id(), unit.id(), caller.member(), now)) {
            named.add(member.email());
          }
        }
      }
    }
    fields.check();
    if (!named.isEmpty()) {
      audit.record(caller, "goal.members-asked", "goal", id.toString(), null, named);
    }
  }

  /**
   * Takes the invitation of somebody back who has not answered yet; whoever has answered stays
   * asked, so that nobody can be got round.
   *
   * @throws NotFound when they are not invited
   * @throws Conflict when they have answered
   */
  public void takeInvitationBack(Caller caller, UUID id, String email) {
    Goal goal = goals.held(caller, id, Action.CHANGE_GOAL);
    Act.Agreement asked =
        table.agreements(id).stream()
            .filter(one -> one.member().equalsIgnoreCase(email.strip()))
            .findFirst()
            .orElseThrow(() -> new NotFound("invitation"));
    if (asked.answer() != null) {
      throw new Conflict("They have answered; what they say stays.", goal);
    }
    UUID member = table.member(email.strip()).orElseThrow(() -> new NotFound("invitation")).id();
    table.takeInvitationBack(id, member, caller.member(), clock.instant());
    audit.record(caller, "goal.invitation-taken-back", "goal", id.toString(), asked.member(), null);
  }

  /**
   * A member's answer; it replaces their former one, which is kept.
   *
   * @throws Conflict when the goal or a key result has changed since the version they speak of
   * @throws Forbidden when they were not asked
   * @throws InvalidInput when a reason is lacking
   */
  public void answer(Caller caller, UUID id, Words words) {
    Goal goal = goals.held(caller, id, Action.ANSWER_PROPOSAL);
    GoalVerbs.onlyFrom(goal, "answered", ASKING);
    Fields fields = new Fields();
    Act.Answer said = fields.word("answer", words.answer(), Act.Answer.class);
    if (said != Act.Answer.AGREE && !Goals.given(words.reason())) {
      fields.refuse("reason", "say what concerns you, so that others can respond");
    }
    Goals.atMost(fields, "reason", words.reason(), Goals.LONGEST_TEXT);
    fields.check();
    if (!goal.invited().contains(caller.member())) {
      throw new Forbidden("Only members who were asked answer; ask to be invited.");
    }
    if (words.version() != null && words.version() != goal.version()) {
      throw new Conflict("The goal was changed since you read it.", goal);
    }
    if (words.keyResultsVersion() != null
        && words.keyResultsVersion() != goal.keyResultsVersion()) {
      throw new Conflict("A key result of the goal was changed since you read it.", goal);
    }
    table.answer(
        caller.workspace(),
        id,
        goal.version(),
        caller.member(),
        said,
        Goals.blankToNull(words.reason()),
        clock.instant(),
        Ids.next());
    audit.record(caller, "goal.answered", "goal", id.toString(), null, said);
  }

  /** Takes the caller's own answer back. */
  public void takeAnswerBack(Caller caller, UUID id) {
    Goal goal = goals.held(caller, id, Action.ANSWER_PROPOSAL);
    GoalVerbs.onlyFrom(goal, "answered", ASKING);
    if (!table.takeAnswerBack(id, caller.member(), clock.instant())) {
      throw new Conflict("You have not answered.", goal);
    }
    audit.record(caller, "goal.answer-taken-back", "goal", id.toString(), null, null);
  }

  /**
   * Says that what the caller has against the goal is settled: a concern needs no more response,
   * and who cannot support the goal no longer stands in its way, although it is no agreement.
   *
   * @throws Conflict when the caller has nothing open against it
   */
  public void settle(Caller caller, UUID id) {
    Goal goal = goals.held(caller, id, Action.ANSWER_PROPOSAL);
    Goals.refuseWhenOver(goal);
    if (!table.settle(id, caller.member(), clock.instant())) {
      throw new Conflict("You have nothing open against this goal.", goal);
    }
    audit.record(caller, "goal.answer-settled", "goal", id.toString(), null, null);
  }

  /** Says that it is not settled after all. */
  public void unsettle(Caller caller, UUID id) {
    Goal goal = goals.held(caller, id, Action.ANSWER_PROPOSAL);
    GoalVerbs.onlyFrom(goal, "answered", ASKING);
    if (!table.settle(id, caller.member(), null)) {
      throw new Conflict("You have settled nothing about this goal.", goal);
    }
    audit.record(caller, "goal.answer-unsettled", "goal", id.toString(), null, null);
  }

  /** The unit and all below it. */
  static List<UUID> within(UnitTree tree, Unit top) {
    List<UUID> within = new ArrayList<>();
    Deque<Unit> waiting = new ArrayDeque<>(List.of(top));
    while (!waiting.isEmpty()) {
      Unit unit = waiting.pop();
      within.add(unit.id());
      waiting.addAll(tree.childrenOf(unit));
    }
    return within;
  }
}
