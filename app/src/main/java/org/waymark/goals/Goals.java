package org.waymark.goals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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
import org.waymark.workspace.Turns;

/**
 * Writes goals down and changes their words. Every change is a new version; whoever changes says
 * which version was before their eyes, and the second of two learns of the first. What happens to a
 * goal is in {@link GoalVerbs}.
 */
@Component
@Transactional
public class Goals {
  /** Characters of a statement; the coach, not this bound, asks for two sentences. */
  static final int LONGEST_STATEMENT = 2000;

  static final int LONGEST_TEXT = 10_000;
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(1000);

  private final GoalTable table;
  private final KeyResultTable keyResults;
  private final Snapshots snapshots;
  private final Access access;
  private final Audit audit;
  private final Turns turns;
  private final Clock clock;

  Goals(
      GoalTable table,
      KeyResultTable keyResults,
      Snapshots snapshots,
      Access access,
      Audit audit,
      Turns turns,
      Clock clock) {
    this.table = table;
    this.keyResults = keyResults;
    this.snapshots = snapshots;
    this.access = access;
    this.audit = audit;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Writes down a new goal, a draft that its author, its owner and those invited can see.
   *
   * @throws InvalidInput naming each field that is wrong
   */
  public Goal create(Caller caller, GoalWords words) {
    access.require(caller, Action.DRAFT_GOAL, null);
    UUID id = Ids.next();
    Instant now = clock.instant();
    GoalTable.Row row = row(caller, id, words, null);
    table.add(caller.workspace(), id, caller.member(), now);
    table.add(caller.workspace(), id, 1, caller.member(), now, row);
    Goal goal = get(caller, id);
    audit.record(caller, "goal.created", "goal", id.toString(), null, goal);
    return goal;
  }

  /**
   * Changes a goal's words.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict with the goal as it is now, when somebody else was first or it is closed
   * @throws InvalidInput naming each field that is wrong
   */
  public Goal change(Caller caller, UUID id, GoalWords words, int version) {
    Goal before = held(caller, id, Action.CHANGE_GOAL);
    if (before.version() != version) {
      throw new Conflict("The goal was changed by someone else since you read it.", before);
    }
    refuseWhenOver(before);
    GoalTable.Row row = row(caller, id, words, before);
    if (!table.moveOn(id, version)) {
      throw new Conflict("The goal was changed by someone else since you read it.", before);
    }
    table.add(caller.workspace(), id, version + 1, caller.member(), clock.instant(), row);
    Goal after = get(caller, id);
    audit.record(caller, "goal.changed", "goal", id.toString(), before, after);
    if (!after.days().equals(before.days())) {
      snapshots.moved(after);
    }
    return after;
  }

  /** Settles when a goal is looked at together, see {@link Reviews#plan}. */
  Goal plan(Caller caller, UUID id, Reviews.Plan plan) {
    Goal before = held(caller, id, Action.CHANGE_GOAL);
    if (plan.version() == null || plan.version() != before.version()) {
      throw new Conflict("The goal was changed by someone else since you read it.", before);
    }
    if (before.state() == State.WITHDRAWN) {
      refuseWhenOver(before);
    }
    Fields fields = new Fields();
    LocalDate on =
        plan.on() == null || isUsual(before, plan.on()) ? null : fields.day("on", plan.on());
    String every = blankToNull(plan.every());
    if (every != null && Repeat.of(every).isEmpty()) {
      fields.refuse("every", "give a number of days, weeks or months, such as P90D, P2W or P3M");
    }
    fields.check();
    table.moveOn(id, before.version());
    table.addPlanned(
        caller.workspace(),
        id,
        before.version() + 1,
        caller.member(),
        clock.instant(),
        on,
        Repeat.of(every).map(Repeat::code).orElse(null));
    Goal after = get(caller, id);
    audit.record(caller, "goal.review-planned", "goal", id.toString(), before, after);
    return after;
  }

  /**
   * A goal as it stands.
   *
   * @throws NotFound when there is none, or it is a draft this caller may not see
   */
  @Transactional(readOnly = true)
  public Goal get(Caller caller, UUID id) {
    return find(caller, id).orElseThrow(() -> new NotFound("goal"));
  }

  /** The same, or nothing when there is none that this caller may see. */
  @Transactional(readOnly = true)
  public Optional<Goal> find(Caller caller, UUID id) {
    return table.find(id).filter(goal -> goal.visibleTo(caller));
  }

  /** The goal, locked until the transaction ends, if the caller may do this to it. */
  Goal held(Caller caller, UUID id, Action action) {
    if (!table.hold(id)) {
      throw new NotFound("goal");
    }
    Goal goal = get(caller, id);
    access.require(caller, action, goal);
    return goal;
  }

  /** A closed or withdrawn goal keeps its words until it is taken up again. */
  static void refuseWhenOver(Goal goal) {
    if (goal.state() == State.CLOSED || goal.state() == State.WITHDRAWN) {
      throw new Conflict(
          "The goal is " + goal.state().code() + "; take that back before changing it.", goal);
    }
  }

  /**
   * What is to be kept of the words.
   *
   * @param before the goal as it stands; null when it is new
   */
  private GoalTable.Row row(Caller caller, UUID id, GoalWords words, @Nullable Goal before) {
    Fields fields = new Fields();
    String statement = words.statement() == null ? "" : words.statement().strip();
    if (statement.isEmpty()) {
      fields.refuse("statement", "say in one or two sentences what is to be reached");
    }
    atMost(fields, "statement", statement, LONGEST_STATEMENT);
    atMost(fields, "why", words.why(), LONGEST_TEXT);
    atMost(fields, "strategy", words.strategy(), LONGEST_TEXT);
    GoalKind kind =
        words.kind() == null ? GoalKind.OUTCOME : fields.word("kind", words.kind(), GoalKind.class);
    Ambition ambition =
        words.ambition() == null
            ? Ambition.COMMITTED
            : fields.word("ambition", words.ambition(), Ambition.class);
    if (words.cycle() == null || words.cycle().isBlank()) {
      fields.refuse("cycle", "name the code of the cycle in which the goal runs");
    }
    if (given(words.unit()) && given(words.person())) {
      fields.refuse("person", "a goal belongs to a unit or to a person, not to both");
    }
    GoalTable.Named named = table.named(words, before);
    known(fields, "cycle", words.cycle(), named.cycle(), "cycle with this code");
    known(fields, "area", words.area(), named.area(), "area with this code");
    known(fields, "unit", words.unit(), named.unit(), "unit with this code");
    known(fields, "person", words.person(), named.person(), "member with this e-mail");
    known(fields, "owner", words.owner(), named.owner(), "member with this e-mail");
    refuseCircles(fields, caller, id, words, before);
    BigDecimal hours = words.hoursPerWeek();
    if (hours != null && (hours.signum() < 0 || hours.compareTo(MOST_HOURS) > 0)) {
      fields.refuse("hoursPerWeek", "must lie between 0 and " + MOST_HOURS);
    }
    atMost(fields, "resources", words.resources(), LONGEST_TEXT);
    atMost(fields, "recordedIn", words.recordedIn(), LONGEST_TEXT);
    atMost(fields, "overruled", words.overruled(), LONGEST_TEXT);
    fields.check();
    UUID cycle = named.cycle();
    if (cycle == null) {
      throw new IllegalStateException("a cycle was checked to be there");
    }
    UUID owner = named.owner();
    return new GoalTable.Row(
        statement,
        blankToNull(words.why()),
        blankToNull(words.strategy()),
        kind.code(),
        named.area(),
        cycle,
        named.unit(),
        named.person(),
        owner == null ? caller.member() : owner,
        words.contributesTo(),
        words.drives(),
        ambition.code(),
        words.reviewOn() == null || isUsual(before, words.reviewOn())
            ? null
            : fields.day("reviewOn", words.reviewOn()),
        before == null ? null : before.reviewEvery(),
        hours,
        blankToNull(words.resources()),
        blankToNull(words.recordedIn()),
        blankToNull(words.overruled()));
  }

  /** Whether a day is what follows from the start: it is shown in forms, but nobody chose it. */
  private static boolean isUsual(@Nullable Goal goal, LocalDate day) {
    return goal != null && !goal.reviewChosen() && goal.reviewOn().equals(day);
  }

  /** A goal must not serve itself, by whatever way round; a tie that was there may stay. */
  private void refuseCircles(
      Fields fields, Caller caller, UUID id, GoalWords words, @Nullable Goal before) {
    if (words.contributesTo() == null && words.drives() == null) {
      return;
    }
    turns.take("goal ties");
    if (before == null || !Objects.equals(words.contributesTo(), before.contributesTo())) {
      refuseCircle(fields, caller, id, "contributesTo", words.contributesTo());
    }
    if (before == null || !Objects.equals(words.drives(), before.drives())) {
      refuseCircle(fields, caller, id, "drives", words.drives());
    }
  }

  private void refuseCircle(
      Fields fields, Caller caller, UUID id, String field, @Nullable UUID above) {
    if (above == null) {
      return;
    }
    if (above.equals(id)) {
      fields.refuse(field, "a goal cannot serve itself");
    } else if (table.find(above).filter(goal -> goal.visibleTo(caller)).isEmpty()) {
      fields.refuse(field, "there is no goal with this id");
    } else if (table.above(above).contains(id)) {
      fields.refuse(field, "that goal already serves this one; a goal cannot serve itself");
    }
  }

  static void atMost(Fields fields, String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      fields.refuse(field, "must be at most " + longest + " characters, is " + text.length());
    }
  }

  static void known(
      Fields fields, String field, @Nullable String text, @Nullable UUID found, String what) {
    if (given(text) && found == null) {
      fields.refuse(field, "there is no " + what);
    }
  }

  static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
