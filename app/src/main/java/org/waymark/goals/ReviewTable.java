package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews that took place, and which goals concern somebody. */
@Repository
class ReviewTable {
  private final JdbcClient jdbc;

  ReviewTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that took place, the latest first. */
  List<Review.Held> of(UUID goal) {
    return jdbc.sql(
            """
            select r.*, m.email from goal_review r
            join member m on m.workspace_id = r.workspace_id and m.id = r.by_member
            where r.goal_id = :goal and r.taken_back_at is null order by r.due_on desc
            """)
        .param("goal", goal)
        .query(ReviewTable::held)
        .list();
  }

  /** A review and its goal. */
  record Found(UUID goal, UUID by, Review.Held held) {}

  Optional<Found> find(UUID id) {
    return jdbc.sql(
            """
            select r.*, m.email from goal_review r
            join member m on m.workspace_id = r.workspace_id and m.id = r.by_member
            where r.id = :id and r.taken_back_at is null
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new Found(
                    row.getObject("goal_id", UUID.class),
                    row.getObject("by_member", UUID.class),
                    held(row, n)))
        .optional();
  }

  /** The latest day of the series that was held, of each of these goals that has one. */
  Map<UUID, LocalDate> done(Collection<UUID> goals) {
    Map<UUID, LocalDate> done = new HashMap<>();
    jdbc.sql(
            """
            select goal_id, max(due_on) as done from goal_review
            where goal_id = any(:goals) and taken_back_at is null group by goal_id
            """)
        .param("goals", goals.toArray(UUID[]::new))
        .query(
            row -> {
              done.put(
                  row.getObject("goal_id", UUID.class), row.getObject("done", LocalDate.class));
            });
    return done;
  }

  void add(
      UUID workspace,
      UUID id,
      UUID goal,
      LocalDate due,
      LocalDate on,
      @Nullable String note,
      UUID by,
      Instant at) {
    jdbc.sql(
            """
            insert into goal_review (workspace_id, id, goal_id, due_on, held_on, note, at, by_member)
            values (:workspace, :id, :goal, :due, :on, :note, :at, :by)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("goal", goal)
        .param("due", due)
        .param("on", on)
        .param("note", note)
        .param("at", GoalTable.utc(at))
        .param("by", by)
        .update();
  }

  boolean takeBack(UUID id, UUID by, Instant at) {
    return jdbc.sql(
                """
                update goal_review set taken_back_at = :at, taken_back_by = :by
                where id = :id and taken_back_at is null
                """)
            .param("id", id)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .update()
        == 1;
  }

  /**
   * Goals that somebody wrote, owns, is the person of or was asked about; what is not shown is left
   * out.
   */
  List<Goal> concerning(UUID member) {
    return jdbc.sql(
            "select "
                + GoalTable.COLUMNS
                + GoalTable.FROM
                + """
                 where g.shown and (:me in (g.author, g.owner, g.person) or exists (
                  select 1 from goal_invitation i
                  where i.workspace_id = g.workspace_id and i.goal_id = g.id and i.member = :me
                    and i.taken_back_at is null))
                order by g.id
                """)
        .param("me", member)
        .query(GoalTable::goal)
        .list();
  }

  /**
   * How often what a calendar shows of a goal may have changed, and when it did last. The number
   * only grows.
   */
  record Changed(int times, Instant last) {}

  Map<UUID, Changed> changed(Collection<UUID> goals) {
    Map<UUID, Changed> changed = new HashMap<>();
    jdbc.sql(
            """
            select g.id, g.version + w.version - 2 + a.times as times, greatest(v.valid_from, a.last) as last
            from goal g
            join workspace w on w.id = g.workspace_id
            join goal_version v on v.workspace_id = g.workspace_id and v.goal_id = g.id and v.version = g.version
            cross join lateral (
              select (count(*) + count(a.taken_back_at))::int as times, greatest(max(a.at), max(a.taken_back_at)) as last
              from goal_act a where a.workspace_id = g.workspace_id and a.goal_id = g.id) a
            where g.id = any(:goals)
            """)
        .param("goals", goals.toArray(UUID[]::new))
        .query(
            row -> {
              changed.put(
                  row.getObject("id", UUID.class),
                  new Changed(row.getInt("times"), GoalTable.instant(row, "last")));
            });
    return changed;
  }

  private static Review.Held held(ResultSet row, int n) throws SQLException {
    return new Review.Held(
        row.getObject("id", UUID.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("held_on", LocalDate.class),
        row.getString("email"),
        GoalTable.instant(row, "at"),
        row.getString("note"));
  }
}
