package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about goals. */
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
}
