package org.waymark.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Forbidden;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Fields;

/**
 * What people say about a goal, for everyone who sees the goal. Whoever said something may withdraw
 * it, an owner of the workspace anybody's; whoever withdrew it may let it stand again. A goal that
 * is over can still be talked about.
 */
@Component
@Transactional
public class Comments {
  /** Characters of a comment. */
  static final int LONGEST = 4000;

  private final CommentTable table;
  private final GoalTable goalTable;
  private final AgreementTable agreements;
  private final Goals goals;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Comments(
      CommentTable table,
      GoalTable goalTable,
      AgreementTable agreements,
      Goals goals,
      Access access,
      Audit audit,
      Clock clock) {
    this.table = table;
    this.goalTable = goalTable;
    this.agreements = agreements;
    this.goals = goals;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A comment in the words of whoever makes it.
   *
   * @param answer id of the answer to the proposal that it replies to; absent when it is about the
   *     goal as such
   */
  @Schema(name = "CommentWords")
  public record Words(@Nullable String text, @Nullable UUID answer) {
    public static Words of(@Nullable String text) {
      return new Words(text, null);
    }
  }

  /**
   * Says something about a goal.
   *
   * @throws InvalidInput when there is nothing said, or too much
   */
  public Comment add(Caller caller, UUID goalId, Words words) {
    Goal goal = goals.get(caller, goalId);
    access.require(caller, Action.COMMENT, goal);
    String text = read(words);
    UUID answer = words.answer();
    if (answer != null && !agreements.isAnswer(goalId, answer)) {
      throw InvalidInput.of("answer", "there is no answer to this goal with this id");
    }
    UUID id = Ids.next();
    table.add(caller.workspace(), goalId, id, caller.member(), clock.instant(), text, answer);
    Comment said = get(caller, id);
    audit.record(caller, "comment.made", "goal", goalId.toString(), null, said);
    return said;
  }

  /**
   * Withdraws a comment; it stays on record and is no longer shown.
   *
   * @throws Conflict when it is withdrawn already
   */
  public Comment withdraw(Caller caller, UUID id) {
    Comment before = get(caller, id);
    access.require(caller, Action.WITHDRAW_COMMENT, before);
    if (!table.withdraw(id, caller.member(), clock.instant())) {
      throw new Conflict("The comment is withdrawn already.", before);
    }
    audit.record(caller, "comment.withdrawn", "goal", before.goal().toString(), before, null);
    return get(caller, id);
  }

  /**
   * Lets a withdrawn comment stand again.
   *
   * @throws Conflict when it was not withdrawn
   */
  public Comment restore(Caller caller, UUID id) {
    Comment before = get(caller, id);
    access.require(caller, Action.WITHDRAW_COMMENT, before);
    Comment.Withdrawal withdrawn = before.withdrawn();
    if (withdrawn == null) {
      throw new Conflict("The comment is not withdrawn.", before);
    }
    if (!withdrawn.member().equals(caller.member())) {
      throw new Forbidden("Only whoever withdrew a comment lets it stand again.");
    }
    table.restore(id);
    Comment after = get(caller, id);
    audit.record(caller, "comment.restored", "goal", before.goal().toString(), null, after);
    return after;
  }

  /**
   * One comment.
   *
   * @throws NotFound when there is none, its goal is a draft this caller may not see, or it was
   *     withdrawn and is none of theirs
   */
  @Transactional(readOnly = true)
  public Comment get(Caller caller, UUID id) {
    return table
        .find(id)
        .filter(comment -> comment.visibleTo(caller))
        .filter(
            comment -> goalTable.find(comment.goal()).filter(g -> g.visibleTo(caller)).isPresent())
        .orElseThrow(() -> new NotFound("comment"));
  }

  /** The comments on a goal that stand, oldest first. */
  @Transactional(readOnly = true)
  public Page<Comment> of(Caller caller, UUID goal, Cursor cursor) {
    goals.get(caller, goal);
    return cursor.page(table.of(goal, cursor.after(), cursor.rows()), Comment::id);
  }

  private static String read(Words words) {
    Fields fields = new Fields();
    String text =
        words.text() == null ? "" : words.text().replace("\r\n", "\n").replace('\r', '\n').strip();
    if (text.isEmpty()) {
      fields.refuse("text", "write what you want to say");
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      fields.refuse("text", "must not contain control characters");
    }
    Goals.atMost(fields, "text", text, LONGEST);
    fields.check();
    return text;
  }
}
