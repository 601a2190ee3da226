package org.waymark.goals;

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
  record Row(UUID unitId, String unit, Instant at, String by, @Nullable String note) {}

  /** Those in force, the oldest first. */
  List<Row> of(UUID goal) {
    return jdbc.sql(
            """
            select c.unit_id, u.code, c.at, m.email, c.note from goal_call c
            join member m on m.workspace_id = c.workspace_id and m.id = c.by_member
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
                    row.getString("note")))
        .list();
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

  /** False when the unit is not asked. */
  boolean takeBack(UUID goal, UUID unit, UUID by, Instant at) {
    return jdbc.sql(
                """
                update goal_call set taken_back_at = :at, taken_back_by = :by
                where goal_id = :goal and unit_id = :unit and taken_back_at is null
                """)
            .param("goal", goal)
            .param("unit", unit)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .update()
        == 1;
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
