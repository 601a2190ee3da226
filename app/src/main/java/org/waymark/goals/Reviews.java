package org.waymark.goals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Workspaces;

/**
 * When goals are looked at together. Unless somebody chooses another day, that is 90 calendar days
 * after the start, in the workspace's time zone; it comes back if that is wanted. That a review
 * took place is a fact with a day, a name and a note, and can be taken back.
 */
@Component
@Transactional
public class Reviews {
  /** Days from the start to the review. */
  static final int DAYS = 90;

  /** Characters of a note. */
  static final int LONGEST_NOTE = 4000;

  /** How long the review of a closed goal is waited for. */
  private static final int DAYS_AFTER_CLOSURE = 30;

  private final ReviewTable table;
  private final Goals goals;
  private final Access access;
  private final Audit audit;
  private final Workspaces workspaces;
  private final Clock clock;

  Reviews(
      ReviewTable table,
      Goals goals,
      Access access,
      Audit audit,
      Workspaces workspaces,
      Clock clock) {
    this.table = table;
    this.goals = goals;
    this.access = access;
    this.audit = audit;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * When a goal is to be looked at.
   *
   * @param on the first day; absent: 90 days after the start, and until it starts after it was
   *     written
   * @param every how often it comes back, such as P90D, P2W or P3M; absent: it does not
   * @param version of the goal that the caller had before their eyes
   */
  @io.swagger.v3.oas.annotations.media.Schema(name = "ReviewPlan")
  public record Plan(@Nullable LocalDate on, @Nullable String every, @Nullable Integer version) {}

  /**
   * That a review took place.
   *
   * @param on absent: today
   * @param due the day of the series it is for, as the caller read it; absent: whichever is next
   */
  @io.swagger.v3.oas.annotations.media.Schema(name = "ReviewHeld")
  public record Words(@Nullable LocalDate on, @Nullable String note, @Nullable LocalDate due) {}

  /**
   * Settles when a goal is looked at; it becomes a new version of the goal.
   *
   * @throws Conflict when somebody changed the goal since
   * @throws InvalidInput naming each field that is wrong
   */
  public Goal plan(Caller caller, UUID id, Plan plan) {
    return goals.plan(caller, id, plan);
  }

  /** When a goal is looked at, and when it was. */
  @Transactional(readOnly = true)
  public Review of(Caller caller, UUID id) {
    return of(goals.get(caller, id));
  }

  Review of(Goal goal) {
    List<Review.Held> held = table.of(goal.id());
    return new Review(
        Review.next(goal, held.isEmpty() ? null : held.getFirst().due()),
        goal.reviewEvery(),
        goal.reviewChosen(),
        held);
  }

  /**
   * Writes down that the goal was looked at. That settles every day of the series up to then, or,
   * when it came early, the next one.
   *
   * @throws Conflict when no review is due any more or another than the caller read, as when
   *     somebody else said so already
   */
  public Review.Held hold(Caller caller, UUID id, Words words) {
    Goal goal = goals.held(caller, id, Action.HOLD_REVIEW);
    if (goal.state() == State.DRAFT) {
      throw new Conflict("The goal is a draft; there is nothing to look back at yet.", goal);
    }
    Fields fields = new Fields();
    LocalDate today = workspaces.today();
    LocalDate on = words.on() == null ? today : fields.day("on", words.on());
    if (on.isAfter(today)) {
      fields.refuse("on", "must not be in the future");
    }
    if (on.isBefore(goal.writtenOn())) {
      fields.refuse("on", "must not be before the goal was written");
    }
    Goals.atMost(fields, "note", words.note(), LONGEST_NOTE);
    fields.check();
    Review review = of(goal);
    LocalDate next = review.next();
    if (next == null) {
      throw new Conflict("No review of this goal is due.", goal);
    }
    if (words.due() != null && !words.due().equals(next)) {
      throw new Conflict(
          "The review of "
              + words.due()
              + " was written down already; the next is on "
              + next
              + ".",
          goal);
    }
    LocalDate latest = goal.reviews().upTo(on);
    LocalDate due = latest == null || latest.isBefore(next) ? next : latest;
    UUID held = Ids.next();
    Instant now = clock.instant();
    table.add(
        caller.workspace(),
        held,
        id,
        due,
        on,
        Goals.blankToNull(words.note()),
        caller.member(),
        now);
    Review.Held after = table.find(held).orElseThrow().held();
    audit.record(caller, "goal.reviewed", "goal", id.toString(), null, after);
    return after;
  }

  /**
   * Takes back that a review took place: whoever said so may, and whoever may change the goal.
   *
   * @return the goal it was of
   */
  public UUID takeBack(Caller caller, UUID review) {
    ReviewTable.Found found = table.find(review).orElseThrow(() -> new NotFound("review"));
    goals.held(
        caller,
        found.goal(),
        found.by().equals(caller.member()) ? Action.HOLD_REVIEW : Action.CHANGE_GOAL);
    if (!table.takeBack(review, caller.member(), clock.instant())) {
      throw new NotFound("review");
    }
    audit.record(
        caller, "goal.review-taken-back", "goal", found.goal().toString(), found.held(), null);
    return found.goal();
  }

  /**
   * A review that waits for somebody.
   *
   * @param on the day it was or is due
   */
  public record Due(Goal goal, LocalDate on) {}

  /** The reviews that are due today or were before, of goals that concern the caller. */
  @Transactional(readOnly = true)
  public List<Due> due(Caller caller) {
    if (!access.can(caller, Action.HOLD_REVIEW, null)) {
      return List.of();
    }
    LocalDate today = workspaces.today();
    List<Goal> mine =
        table.concerning(caller.member()).stream()
            .filter(goal -> goal.state() == State.RUNNING || goal.state() == State.CLOSED)
            .filter(goal -> !goal.reviews().first().isAfter(today))
            .toList();
    Map<UUID, LocalDate> done = table.done(mine.stream().map(Goal::id).toList());
    return mine.stream()
        .map(
            goal -> {
              LocalDate next = Review.next(goal, done.get(goal.id()));
              return next == null || next.isAfter(today) ? null : new Due(goal, next);
            })
        .filter(Objects::nonNull)
        .filter(
            due ->
                due.goal().state() != State.CLOSED
                    || !latest(due).plusDays(DAYS_AFTER_CLOSURE).isBefore(today))
        .sorted(Comparator.comparing(Due::on))
        .toList();
  }

  private static LocalDate latest(Due due) {
    LocalDate closed = due.goal().closedOn();
    return closed == null || closed.isBefore(due.on()) ? due.on() : closed;
  }

  /**
   * What a calendar shows of a goal.
   *
   * @param last the last day of the series; absent while it goes on, or does not come back
   * @param sequence how often it may have changed; it only grows
   * @param changed when it changed last
   */
  public record Dated(Goal goal, @Nullable LocalDate last, int sequence, Instant changed) {}

  /** One goal as a calendar shows it. */
  @Transactional(readOnly = true)
  public Dated dated(Caller caller, UUID id) {
    return dated(List.of(goals.get(caller, id))).getFirst();
  }

  /** The goals that concern the caller as a calendar shows them, drafts left out. */
  @Transactional(readOnly = true)
  public List<Dated> dated(Caller caller) {
    access.require(caller, Action.READ, null);
    return dated(table.concerning(caller.member()));
  }

  private List<Dated> dated(List<Goal> all) {
    Map<UUID, ReviewTable.Changed> changed = table.changed(all.stream().map(Goal::id).toList());
    return all.stream()
        .map(
            goal -> {
              ReviewTable.Changed last = Objects.requireNonNull(changed.get(goal.id()));
              return new Dated(goal, Review.last(goal), last.times(), last.last());
            })
        .toList();
  }
}
