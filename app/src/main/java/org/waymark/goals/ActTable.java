package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about goals, and what those who were asked say. */
@Repository
class ActTable {
  private final JdbcClient jdbc;

  ActTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The acts in force. */
  Map<Act.Verb, Act> inForce(UUID goal) {
    Map<Act.Verb, Act> acts = new EnumMap<>(Act.Verb.class);
    jdbc.sql(
            """
            select a.*, m.email from goal_act a
            join member m on m.workspace_id = a.workspace_id and m.id = a.by_member
            where a.goal_id = :goal and a.taken_back_at is null
            """)
        .param("goal", goal)
        .query(ActTable::act)
        .list()
        .forEach(act -> acts.put(act.verb(), act));
    return acts;
  }

  void add(UUID workspace, UUID goal, UUID by, Act act) {
    jdbc.sql(
            """
            insert into goal_act (workspace_id, id, goal_id, verb, at, by_member, reason, outcome, learning)
            values (:workspace, :id, :goal, :verb, :at, :by, :reason, :outcome, :learning)
            """)
        .param("workspace", workspace)
        .param("id", act.id())
        .param("goal", goal)
        .param("verb", act.verb().code())
        .param("at", GoalTable.utc(act.at()))
        .param("by", by)
        .param("reason", act.reason())
        .param("outcome", act.outcome() == null ? null : act.outcome().code())
        .param("learning", act.learning())
        .update();
  }

  void takeBack(UUID act, UUID by, Instant at) {
    jdbc.sql(
            """
            update goal_act set taken_back_at = :at, taken_back_by = :by
            where id = :act and taken_back_at is null
            """)
        .param("act", act)
        .param("by", by)
        .param("at", GoalTable.utc(at))
        .update();
  }

  void invite(UUID workspace, UUID goal, UUID member, UUID by, Instant at) {
    jdbc.sql(
            """
            insert into goal_invitation (workspace_id, goal_id, member, at, by_member)
            values (:workspace, :goal, :member, :at, :by) on conflict do nothing
            """)
        .param("workspace", workspace)
        .param("goal", goal)
        .param("member", member)
        .param("at", GoalTable.utc(at))
        .param("by", by)
        .update();
  }

  /** Everyone who was asked, with what they say. */
  List<Act.Agreement> agreements(UUID goal) {
    return jdbc.sql(
            """
            select m.email, a.answer, a.reason, a.at from goal_invitation i
            join member m on m.workspace_id = i.workspace_id and m.id = i.member
            left join goal_answer a on a.workspace_id = i.workspace_id and a.goal_id = i.goal_id and a.member = i.member
              and a.taken_back_at is null
            where i.goal_id = :goal order by i.at, m.email
            """)
        .param("goal", goal)
        .query(ActTable::agreement)
        .list();
  }

  void answer(
      UUID workspace,
      UUID goal,
      UUID member,
      Act.Answer answer,
      @Nullable String reason,
      Instant at,
      UUID id) {
    takeBackAnswer(goal, member, at);
    jdbc.sql(
            """
            insert into goal_answer (workspace_id, id, goal_id, member, answer, reason, at)
            values (:workspace, :id, :goal, :member, :answer, :reason, :at)
            """)
        .param("workspace", workspace)
        .param("id", id)
        .param("goal", goal)
        .param("member", member)
        .param("answer", answer.code())
        .param("reason", reason)
        .param("at", GoalTable.utc(at))
        .update();
  }

  boolean takeBackAnswer(UUID goal, UUID member, Instant at) {
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

  private static Act act(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new Act(
        row.getObject("id", UUID.class),
        Act.Verb.valueOf(row.getString("verb").toUpperCase(Locale.ROOT)),
        GoalTable.instant(row, "at"),
        row.getString("email"),
        row.getString("reason"),
        outcome == null ? null : Act.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getString("learning"));
  }

  private static Act.Agreement agreement(ResultSet row, int n) throws SQLException {
    String answer = row.getString("answer");
    return new Act.Agreement(
        row.getString("email"),
        answer == null
            ? null
            : Act.Answer.valueOf(answer.toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getString("reason"),
        GoalTable.instantOrNull(row, "at"));
  }
}
