package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which units are asked to propose something under which goal. */
@Repository
class CallTable {
  private final JdbcClient jdbc;

  CallTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A call in force. */
  record Row(
      UUID unitId,
      String unit,
      Instant at,
      String by,
      @Nullable String note,
      Call.@Nullable Refusal refusal) {}

  /** Those in force, the oldest first. */
  List<Row> of(UUID goal) {
    return jdbc.sql(
            """
            select c.unit_id, u.code, c.at, m.email, c.note, c.refused_at, r.email as refused_by, c.refusal
            from goal_call c
            join member m on m.workspace_id = c.workspace_id and m.id = c.by_member
            left join member r on r.workspace_id = c.workspace_id and r.id = c.refused_by
            join lateral (
              select n.code from unit_version n
              where n.workspace_id = c.workspace_id and n.unit_id = c.unit_id and n.valid_from <= current_date
              order by n.valid_from desc, n.version desc limit 1) u on true
            where c.goal_id = :goal and c.taken_back_at is null order by c.at, u.code
            """)
        .param("goal", goal)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("unit_id", UUID.class),
                    row.getString("code"),
                    GoalTable.instant(row, "at"),
                    row.getString("email"),
                    row.getString("note"),
                    refusal(row)))
        .list();
  }

  private static Call.@Nullable Refusal refusal(ResultSet row) throws SQLException {
    String reason = row.getString("refusal");
    return reason == null
        ? null
        : new Call.Refusal(
            GoalTable.instant(row, "refused_at"), row.getString("refused_by"), reason);
  }

  /** False when the unit is not asked, or has refused already. */
  boolean refuse(UUID goal, UUID unit, UUID by, Instant at, String reason) {
    return jdbc.sql(
                """
                update goal_call set refused_at = :at, refused_by = :by, refusal = :reason
                where goal_id = :goal and unit_id = :unit and taken_back_at is null and refused_at is null
                """)
            .param("goal", goal)
            .param("unit", unit)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .param("reason", reason)
            .update()
        == 1;
  }

  /**
   * Ends the call that was refused, refusal and all, and asks the same again. False when the unit
   * has refused nothing.
   */
  boolean takeRefusalBack(UUID goal, UUID unit, UUID by, Instant at, UUID next) {
    return jdbc.sql(
                """
                with refused as (
                  update goal_call set taken_back_at = :at, taken_back_by = :by
                  where goal_id = :goal and unit_id = :unit and taken_back_at is null and refused_at is not null
                  returning workspace_id, id, goal_id, unit_id, at, by_member, note)
                insert into goal_call (workspace_id, id, goal_id, unit_id, at, by_member, note, follows)
                select workspace_id, :next, goal_id, unit_id, at, by_member, note, id from refused
                """)
            .param("goal", goal)
            .param("unit", unit)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .param("next", next)
            .update()
        == 1;
  }

  /** False when this member has not asked the unit, it has refused nothing, or they read it. */
  boolean read(UUID goal, UUID unit, UUID by, Instant at) {
    return jdbc.sql(
                """
                update goal_call set refusal_read_at = :at
                where goal_id = :goal and unit_id = :unit and by_member = :by and taken_back_at is null
                  and refused_at is not null and refusal_read_at is null
                """)
            .param("goal", goal)
            .param("unit", unit)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .update()
        == 1;
  }

  /** False when the unit is asked already. */
  boolean add(
      UUID workspace, UUID id, UUID goal, UUID unit, UUID by, Instant at, @Nullable String note) {
    return jdbc.sql(
                """
                insert into goal_call (workspace_id, id, goal_id, unit_id, at, by_member, note)
                values (:workspace, :id, :goal, :unit, :at, :by, :note)
                on conflict (workspace_id, goal_id, unit_id) where taken_back_at is null do nothing
                """)
            .param("workspace", workspace)
            .param("id", id)
            .param("goal", goal)
            .param("unit", unit)
            .param("at", GoalTable.utc(at))
            .param("by", by)
            .param("note", note)
            .update()
        == 1;
  }

  /**
   * False when the unit is not asked.
   *
   * @param refused whether only a call that was refused is meant
   */
  boolean takeBack(UUID goal, UUID unit, UUID by, Instant at, boolean refused) {
    return jdbc.sql(
                """
                update goal_call set taken_back_at = :at, taken_back_by = :by
                where goal_id = :goal and unit_id = :unit and taken_back_at is null
                  and (not :refused or refused_at is not null)
                """)
            .param("goal", goal)
            .param("unit", unit)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .param("refused", refused)
            .update()
        == 1;
  }

  /** Whether this member belongs to the unit itself. */
  boolean belongs(UUID unit, UUID member) {
    return jdbc.sql(
            "select exists (select 1 from member_unit where unit_id = :unit and member_id = :member)")
        .param("unit", unit)
        .param("member", member)
        .query(Boolean.class)
        .single();
  }

  /** Whether anybody belongs to the unit itself who may propose something. */
  boolean reaches(UUID unit) {
    return jdbc.sql(
            """
            select exists (
              select 1 from member_unit u
              join member m on m.workspace_id = u.workspace_id and m.id = u.member_id
              where u.unit_id = :unit and m.left_at is null and m.role <> 'viewer')
            """)
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }
}
