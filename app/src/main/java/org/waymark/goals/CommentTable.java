package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments in the database; one that was withdrawn is kept and not listed. */
@Repository
class CommentTable {
  private static final String SELECT =
      """
      select c.id, c.goal_id, c.at, c.by_member, m.email, c.text, c.answer_id, c.withdrawn_at, c.withdrawn_by, w.email as withdrawn_email
      from goal_comment c
      join member m on m.workspace_id = c.workspace_id and m.id = c.by_member
      left join member w on w.workspace_id = c.workspace_id and w.id = c.withdrawn_by
      """;

  private final JdbcClient jdbc;

  CommentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Comment> find(UUID id) {
    return jdbc.sql(SELECT + " where c.id = :id")
        .param("id", id)
        .query(CommentTable::comment)
        .optional();
  }

  /** Those that stand, oldest first. */
  List<Comment> of(UUID goal, @Nullable UUID after, int rows) {
    return jdbc.sql(
            SELECT
                + """
                 where c.goal_id = :goal and c.withdrawn_at is null and (:after::uuid is null or c.id > :after)
                order by c.id limit :rows
                """)
        .param("goal", goal)
        .param("after", after)
        .param("rows", rows)
        .query(CommentTable::comment)
        .list();
  }

  /** Those that stand, newest first. */
  List<Comment> newest(UUID goal, int most) {
    return jdbc.sql(
            SELECT
                + """
                 where c.goal_id = :goal and c.withdrawn_at is null order by c.at desc, c.id desc limit :most
                """)
        .param("goal", goal)
        .param("most", most)
        .query(CommentTable::comment)
        .list();
  }

  void add(
      UUID workspace, UUID goal, UUID id, UUID by, Instant at, String text, @Nullable UUID answer) {
    jdbc.sql(
            """
            insert into goal_comment (workspace_id, id, goal_id, at, by_member, text, answer_id)
            values (:workspace, :id, :goal, :at, :by, :text, :answer)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("goal", goal)
        .param("at", GoalTable.utc(at))
        .param("by", by)
        .param("text", text)
        .param("answer", answer)
        .update();
  }

  /** False when it is withdrawn already. */
  boolean withdraw(UUID id, UUID by, Instant at) {
    return jdbc.sql(
                """
                update goal_comment set withdrawn_at = :at, withdrawn_by = :by
                where id = :id and withdrawn_at is null
                """)
            .param("id", id)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .update()
        == 1;
  }

  /** False when it stands already. */
  boolean restore(UUID id) {
    return jdbc.sql(
                """
                update goal_comment set withdrawn_at = null, withdrawn_by = null
                where id = :id and withdrawn_at is not null
                """)
            .param("id", id)
            .update()
        == 1;
  }

  private static Comment comment(ResultSet row, int n) throws SQLException {
    Instant withdrawnAt = GoalTable.instantOrNull(row, "withdrawn_at");
    return new Comment(
        row.getObject("id", UUID.class),
        row.getObject("goal_id", UUID.class),
        GoalTable.instant(row, "at"),
        row.getString("email"),
        row.getString("text"),
        withdrawnAt == null
            ? null
            : new Comment.Withdrawal(
                withdrawnAt,
                row.getString("withdrawn_email"),
                row.getObject("withdrawn_by", UUID.class)),
        row.getObject("answer_id", UUID.class),
        row.getObject("by_member", UUID.class));
  }
}
