package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is asked about a goal, and what they say: rows are added or taken back, never overwritten.
 */
@Repository
class AgreementTable {
  private final JdbcClient jdbc;

  AgreementTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whom an invitation means. */
  record Invited(UUID id, String email, boolean answers) {}

  /** A member by e-mail who has not left. */
  Optional<Invited> member(String email) {
    return jdbc.sql(
            """
            select id, email, role <> 'viewer' as answers from member
            where email = lower(:email) and left_at is null
            """)
        .param("email", email)
        .query(AgreementTable::invited)
        .optional();
  }

  /** The people of these units who can answer, each once. */
  List<Invited> people(Collection<UUID> units) {
    return jdbc.sql(
            """
            select m.id, m.email, true as answers from member m
            where m.left_at is null and m.role <> 'viewer' and exists (
              select 1 from member_unit u
              where u.workspace_id = m.workspace_id and u.member_id = m.id and u.unit_id = any(:units))
            order by m.id
            """)
        .param("units", units.toArray(UUID[]::new))
        .query(AgreementTable::invited)
        .list();
  }

  /** False when they are invited already. */
  boolean invite(UUID workspace, UUID goal, UUID member, @Nullable UUID unit, UUID by, Instant at) {
    return jdbc.sql(
                """
                insert into goal_invitation (workspace_id, goal_id, member, unit_id, at, by_member)
                values (:workspace, :goal, :member, :unit, :at, :by)
                on conflict (workspace_id, goal_id, member) where taken_back_at is null do nothing
                """)
            .param("workspace", workspace)
            .param("goal", goal)
            .param("member", member)
            .param("unit", unit)
            .param("at", GoalTable.utc(at))
            .param("by", by)
            .update()
        == 1;
  }

  /** False when they are not invited. */
  boolean takeInvitationBack(UUID goal, UUID member, UUID by, Instant at) {
    return jdbc.sql(
                """
                update goal_invitation set taken_back_at = :at, taken_back_by = :by
                where goal_id = :goal and member = :member and taken_back_at is null
                """)
            .param("goal", goal)
            .param("member", member)
            .param("by", by)
            .param("at", GoalTable.utc(at))
            .update()
        == 1;
  }

  /** Everyone who was asked, with what they say to the proposal in force. */
  List<Act.Agreement> agreements(UUID goal) {
    return jdbc.sql(
            """
            select m.email, s.answer, s.reason, s.at, s.answer_id, s.asked_at, b.email as asked_by, u.code as unit,
              s.settled_at, m.left_at is not null as has_left,
              s.at is not null and (coalesce(s.goal_version < g.version, false) or exists (
                select 1 from key_result k
                join key_result_version v on v.workspace_id = k.workspace_id and v.key_result_id = k.id
                where k.workspace_id = s.workspace_id and k.goal_id = s.goal_id and v.valid_from > s.at)) as changed_since
            from goal_said s
            join goal g on g.workspace_id = s.workspace_id and g.id = s.goal_id
            join member m on m.workspace_id = s.workspace_id and m.id = s.member
            join member b on b.workspace_id = s.workspace_id and b.id = s.asked_by
            left join lateral (
              select n.code from unit_version n
              where n.workspace_id = s.workspace_id and n.unit_id = s.unit_id and n.valid_from <= current_date
              order by n.valid_from desc, n.version desc limit 1) u on true
            where s.goal_id = :goal order by s.asked_at, m.email
            """)
        .param("goal", goal)
        .query(AgreementTable::agreement)
        .list();
  }

  void answer(
      UUID workspace,
      UUID goal,
      int version,
      UUID member,
      Act.Answer answer,
      @Nullable String reason,
      Instant at,
      UUID id) {
    takeAnswerBack(goal, member, at);
    jdbc.sql(
            """
            insert into goal_answer (workspace_id, id, goal_id, goal_version, member, answer, reason, at)
            values (:workspace, :id, :goal, :version, :member, :answer, :reason, :at)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("goal", goal)
        .param("version", version)
        .param("member", member)
        .param("answer", answer.code())
        .param("reason", reason)
        .param("at", GoalTable.utc(at))
        .update();
  }

  boolean takeAnswerBack(UUID goal, UUID member, Instant at) {
    return jdbc.sql(
                """
                update goal_answer set taken_back_at = :at
                where goal_id = :goal and member = :member and taken_back_at is null
                """)
            .param("goal", goal)
            .param("member", member)
            .param("at", GoalTable.utc(at))
            .update()
        > 0;
  }

  /**
   * Marks or unmarks what a member has against the goal as settled; false when there is no such.
   */
  boolean settle(UUID goal, UUID member, @Nullable Instant at) {
    return jdbc.sql(
                """
                update goal_answer set settled_at = :at::timestamptz
                where goal_id = :goal and member = :member and taken_back_at is null and answer <> 'agree'
                  and (settled_at is null) = (:at::timestamptz is not null)
                """)
            .param("goal", goal)
            .param("member", member)
            .param("at", at == null ? null : GoalTable.utc(at))
            .update()
        == 1;
  }

  /** Whether this is an answer to this goal. */
  boolean isAnswer(UUID goal, UUID answer) {
    return jdbc.sql("select exists (select 1 from goal_answer where goal_id = :goal and id = :id)")
        .param("goal", goal)
        .param("id", answer)
        .query(Boolean.class)
        .single();
  }

  private static Invited invited(ResultSet row, int n) throws SQLException {
    return new Invited(
        row.getObject("id", UUID.class), row.getString("email"), row.getBoolean("answers"));
  }

  private static Act.Agreement agreement(ResultSet row, int n) throws SQLException {
    String answer = row.getString("answer");
    return new Act.Agreement(
        row.getString("email"),
        answer == null ? null : Act.Answer.of(answer),
        row.getString("reason"),
        GoalTable.instantOrNull(row, "at"),
        row.getObject("answer_id", UUID.class),
        GoalTable.instant(row, "asked_at"),
        row.getString("asked_by"),
        row.getString("unit"),
        GoalTable.instantOrNull(row, "settled_at"),
        row.getBoolean("changed_since"),
        row.getBoolean("has_left"));
  }
}
