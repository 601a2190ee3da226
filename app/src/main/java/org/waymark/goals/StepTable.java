package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Steps in the database: versions are added, a completion that was taken back is kept. */
@Repository
class StepTable {
  private static final String SELECT =
      """
      select s.id, s.goal_id, s.version, v.title, r.email as responsible, v.due, v.milestone, v.key_result_id, v.weight,
             d.at as done_at, b.email as done_by, d.evidence
      from step s
      join step_version v on v.workspace_id = s.workspace_id and v.step_id = s.id and v.version = s.version
      left join member r on r.workspace_id = s.workspace_id and r.id = v.responsible
      left join step_completion d on d.workspace_id = s.workspace_id and d.step_id = s.id and d.taken_back_at is null
      left join member b on b.workspace_id = s.workspace_id and b.id = d.by_member
      where not v.removed
      """;

  private final JdbcClient jdbc;

  StepTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Step> of(Collection<UUID> goals) {
    return jdbc.sql(
            SELECT + " and s.goal_id = any(:goals) order by v.due nulls last, s.created_at, s.id")
        .param("goals", goals.toArray(UUID[]::new))
        .query(StepTable::step)
        .list();
  }

  Optional<Step> find(UUID id) {
    return jdbc.sql(SELECT + " and s.id = :id").param("id", id).query(StepTable::step).optional();
  }

  void add(UUID workspace, UUID id, UUID goal, Instant at) {
    jdbc.sql(
            """
            insert into step (workspace_id, id, goal_id, version, created_at)
            values (:workspace, :id, :goal, 1, :at)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("goal", goal)
        .param("at", GoalTable.utc(at))
        .update();
  }

  boolean moveOn(UUID id, int version) {
    return jdbc.sql("update step set version = version + 1 where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  void addVersion(
      UUID workspace, Step step, @Nullable UUID responsible, boolean removed, UUID by, Instant at) {
    jdbc.sql(
            """
            insert into step_version (workspace_id, step_id, version, valid_from, changed_by, removed, title, responsible,
              due, milestone, key_result_id, weight)
            values (:workspace, :id, :version, :at, :by, :removed, :title, :responsible,
              :due, :milestone, :keyResult, :weight)
            """)
        .param("workspace", workspace)
        .param("id", step.id())
        .param("version", step.version())
        .param("at", GoalTable.utc(at))
        .param("by", by)
        .param("removed", removed)
        .param("title", step.title())
        .param("responsible", responsible)
        .param("due", step.due())
        .param("milestone", step.milestone())
        .param("keyResult", step.keyResult())
        .param("weight", step.weight())
        .update();
  }

  void complete(
      UUID workspace, UUID id, UUID step, UUID by, Instant at, @Nullable String evidence) {
    jdbc.sql(
            """
            insert into step_completion (workspace_id, id, step_id, at, by_member, evidence)
            values (:workspace, :id, :step, :at, :by, :evidence)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("step", step)
        .param("at", GoalTable.utc(at))
        .param("by", by)
        .param("evidence", evidence)
        .update();
  }

  void takeBack(UUID step, UUID by, Instant at) {
    jdbc.sql(
            """
            update step_completion set taken_back_at = :at, taken_back_by = :by
            where step_id = :step and taken_back_at is null
            """)
        .param("step", step)
        .param("by", by)
        .param("at", GoalTable.utc(at))
        .update();
  }

  private static Step step(ResultSet row, int n) throws SQLException {
    Instant done = GoalTable.instantOrNull(row, "done_at");
    return new Step(
        row.getObject("id", UUID.class),
        row.getObject("goal_id", UUID.class),
        row.getInt("version"),
        row.getString("title"),
        row.getString("responsible"),
        row.getObject("due", LocalDate.class),
        row.getBoolean("milestone"),
        row.getObject("key_result_id", UUID.class),
        row.getBigDecimal("weight"),
        done == null
            ? null
            : new Step.Completion(done, row.getString("done_by"), row.getString("evidence")));
  }
}
