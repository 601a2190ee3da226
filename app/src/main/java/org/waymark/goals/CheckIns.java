package org.waymark.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Audit;
import org.waymark.platform.Forbidden;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;

/**
 * What people report of key results: a value where no metric measures one, how sure they are, a
 * sentence. A closed goal takes check-ins too; its scored snapshot stays as it was.
 */
@Component
@Transactional
public class CheckIns {
  private static final BigDecimal LARGEST = new BigDecimal("1e15");
  private static final int LONGEST_NOTE = 4000;
  private static final int LONGEST_NAME = 200;

  private final CheckInTable table;
  private final GoalTable goals;
  private final KeyResults keyResults;
  private final Snapshots snapshots;
  private final Access access;
  private final Audit audit;
  private final Workspaces workspaces;
  private final Clock clock;

  CheckIns(
      CheckInTable table,
      GoalTable goals,
      KeyResults keyResults,
      Snapshots snapshots,
      Access access,
      Audit audit,
      Workspaces workspaces,
      Clock clock) {
    this.table = table;
    this.goals = goals;
    this.keyResults = keyResults;
    this.snapshots = snapshots;
    this.access = access;
    this.audit = audit;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * A check-in in the words of whoever makes it.
   *
   * @param value a number; for durations also such as "PT4H"
   * @param on the day it speaks of, today when left out
   * @param readBy of a report: who read it, its reader when left out
   * @param votes of a vote, instead of a value: how many said no and yes, or 1 to 5
   */
  @Schema(name = "CheckInWords")
  public record Words(
      @Nullable JsonNode value,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable Integer confidence,
      @Nullable String note,
      @Nullable String evidence,
      @Nullable LocalDate on,
      @Nullable String readBy,
      @Nullable List<@Nullable Integer> votes) {

    /** Without what only a report or a vote needs. */
    public Words(
        @Nullable JsonNode value,
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable Integer confidence,
        @Nullable String note,
        @Nullable String evidence,
        @Nullable LocalDate on) {
      this(value, numerator, denominator, confidence, note, evidence, on, null, null);
    }
  }

  /**
   * Records a check-in.
   *
   * @throws InvalidInput naming each field that is wrong
   */
  public CheckIn record(Caller caller, UUID keyResultId, Words words) {
    KeyResult keyResult = keyResults.get(caller, keyResultId);
    Goal goal = goals.find(keyResult.goal()).orElseThrow(() -> new NotFound("key result"));
    access.require(caller, Action.CHECK_IN, goal);
    CheckIn checkIn = read(caller, keyResult, words);
    table.add(caller.workspace(), caller.member(), checkIn);
    audit.record(caller, "check-in.recorded", "goal", goal.id().toString(), null, checkIn);
    snapshots.changed(goal, List.of(keyResult));
    return checkIn;
  }

  /** Takes a check-in back; it stays on record and no longer counts. */
  public CheckIn takeBack(Caller caller, UUID id) {
    CheckIn checkIn = table.find(id).orElseThrow(() -> new NotFound("check-in"));
    KeyResult keyResult = keyResults.get(caller, checkIn.keyResult());
    Goal goal = goals.find(keyResult.goal()).orElseThrow(() -> new NotFound("check-in"));
    if (!checkIn.by().equals(caller.email()) && !access.can(caller, Action.CHANGE_GOAL, goal)) {
      throw new Forbidden(
          "Only whoever made a check-in, or who may change the goal, takes it back.");
    }
    access.require(caller, Action.CHECK_IN, goal);
    table.takeBack(id, caller.member(), clock.instant());
    audit.record(caller, "check-in.taken-back", "goal", goal.id().toString(), checkIn, null);
    snapshots.changed(goal, List.of(keyResult));
    return checkIn;
  }

  /** The check-ins of a key result, oldest day first. */
  @Transactional(readOnly = true)
  public List<CheckIn> of(Caller caller, UUID keyResult) {
    return table.of(List.of(keyResults.get(caller, keyResult).id()));
  }

  private CheckIn read(Caller caller, KeyResult keyResult, Words words) {
    Fields fields = new Fields();
    Vote vote = Vote.of(fields, keyResult.evidence(), words);
    BigDecimal value = vote == null ? value(fields, keyResult, words.value()) : vote.mean();
    Long met = vote == null ? words.numerator() : vote.yes();
    Long of = vote == null ? words.denominator() : vote.all();
    boolean share = met != null || of != null;
    if (share && (met == null || of == null)) {
      fields.refuse(
          met == null ? "numerator" : "denominator", "is missing: a share is so many of so many");
    } else if (of != null && of <= 0) {
      fields.refuse("denominator", "must be above 0");
    } else if (met != null && of != null && (met < 0 || met > of)) {
      fields.refuse("numerator", "must lie between 0 and the denominator");
    }
    if (share && value != null) {
      fields.refuse("value", "give either a value or numerator and denominator");
    }
    if (share && (keyResult.type() == KeyResultType.CUMULATIVE || keyResult.type().onlyByHand())) {
      fields.refuse("numerator", "a " + keyResult.type().code() + " takes a value, not a share");
    }
    refuseWhereMeasured(fields, keyResult, value != null ? "value" : share ? "numerator" : null);
    if (words.confidence() != null && (words.confidence() < 0 || words.confidence() > 10)) {
      fields.refuse("confidence", "must lie between 0 and 10");
    }
    Goals.atMost(fields, "note", words.note(), LONGEST_NOTE);
    Goals.atMost(fields, "readBy", words.readBy(), LONGEST_NAME);
    Evidence source = keyResult.evidence();
    Evidence report =
        source != null && source.kind() == Evidence.Kind.REPORT && (value != null || of != null)
            ? source
            : null;
    String link = Steps.link(fields, "evidence", words.evidence());
    String evidence = link == null && report != null ? report.link() : link;
    String reader = Goals.blankToNull(words.readBy());
    String readBy = reader == null && report != null ? report.reader() : reader;
    if (value == null && !share && words.confidence() == null && !Goals.given(words.note())) {
      fields.refuse(
          keyResult.measured() == null ? "value" : "confidence",
          "report at least a value, a confidence or a note");
    }
    LocalDate today = workspaces.today();
    LocalDate on = words.on() == null ? today : fields.day("on", words.on());
    if (on.isAfter(today)) {
      fields.refuse("on", "must not lie in the future");
    }
    fields.check();
    return new CheckIn(
        Ids.next(),
        keyResult.id(),
        on,
        clock.instant(),
        caller.email(),
        value,
        met,
        of,
        words.confidence(),
        Goals.blankToNull(words.note()),
        evidence,
        readBy,
        vote == null ? null : vote.counts());
  }

  private static void refuseWhereMeasured(
      Fields fields, KeyResult keyResult, @Nullable String field) {
    if (field == null) {
      return;
    }
    if (keyResult.measured() != null) {
      fields.refuse(
          field,
          "is measured by " + keyResult.measured().metric() + "; report confidence and a note");
    } else if (keyResult.type() == KeyResultType.MILESTONE) {
      fields.refuse(field, "follows from the milestones; mark those as done");
    }
  }

  private static @Nullable BigDecimal value(
      Fields fields, KeyResult keyResult, @Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    BigDecimal value = null;
    if (node.isNumber()) {
      value = node.decimalValue();
    } else if (node.isString() && keyResult.duration()) {
      try {
        Duration time = Duration.parse(node.asString().strip());
        value =
            BigDecimal.valueOf(time.getSeconds())
                .add(BigDecimal.valueOf(time.getNano(), 9))
                .stripTrailingZeros();
      } catch (DateTimeParseException e) {
        fields.refuse("value", "must be seconds, or a duration such as \"PT4H\"");
        return null;
      }
    }
    if (value == null) {
      fields.refuse(
          "value",
          keyResult.duration()
              ? "must be seconds, or a duration such as \"PT4H\""
              : "must be a number");
    } else if (value.abs().compareTo(LARGEST) > 0) {
      fields.refuse("value", "must lie between -1e15 and 1e15");
      return null;
    } else if (keyResult.type() == KeyResultType.BINARY
        && value.compareTo(BigDecimal.ZERO) != 0
        && value.compareTo(BigDecimal.ONE) != 0) {
      fields.refuse("value", "must be 1 for done or 0 for not done");
    }
    return value;
  }
}
