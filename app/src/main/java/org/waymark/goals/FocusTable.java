package org.waymark.goals;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.platform.Ids;

/** Limits of a workspace, what counts against them, and the reasons for going beyond. */
@Repository
class FocusTable {
  private final JdbcClient jdbc;

  FocusTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<FocusLimits> limits() {
    return jdbc.sql(
            """
            select hot_spots, per_sub_area, at_once, objectives, key_results, version from focus_limits
            """)
        .query(FocusLimits.class)
        .optional();
  }

  void keep(UUID workspace, FocusLimits limits) {
    jdbc.sql(
            """
            insert into focus_limits (workspace_id, hot_spots, per_sub_area, at_once, objectives, key_results, version)
            values (:workspace, :hotSpots, :perSubArea, :atOnce, :objectives, :keyResults, :version)
            on conflict (workspace_id) do update
            set hot_spots = excluded.hot_spots, per_sub_area = excluded.per_sub_area, at_once = excluded.at_once,
                objectives = excluded.objectives, key_results = excluded.key_results, version = excluded.version
            """)
        .param("workspace", workspace)
        .param("hotSpots", limits.hotSpots())
        .param("perSubArea", limits.perSubArea(), Types.INTEGER)
        .param("atOnce", limits.atOnce(), Types.INTEGER)
        .param("objectives", limits.objectives(), Types.INTEGER)
        .param("keyResults", limits.keyResults(), Types.INTEGER)
        .param("version", limits.version())
        .update();
  }

  /**
   * A goal that counts.
   *
   * @param mine whether it belongs to the same unit or person as the one asked about
   * @param area code of its area
   */
  record Counted(boolean mine, @Nullable String area) {}

  /** The other outcome goals of the same cycle that are proposed, agreed or running. */
  List<Counted> beside(UUID goal) {
    return jdbc.sql(
            """
            select o.unit_id is not distinct from g.unit_id and o.person is not distinct from g.person as mine,
                   a.code as area
            from goal_now g
            join goal_now o on o.workspace_id = g.workspace_id and o.cycle_id = g.cycle_id and o.id <> g.id
            left join area a on a.workspace_id = o.workspace_id and a.id = o.area_id
            where g.id = :goal and o.kind = 'outcome' and o.state in ('proposed', 'agreed', 'running')
            """)
        .param("goal", goal)
        .query((row, n) -> new Counted(row.getBoolean("mine"), row.getString("area")))
        .list();
  }

  void crossed(Caller by, UUID goal, String limit, int most, String reason, Instant at) {
    jdbc.sql(
            """
            insert into focus_crossing (workspace_id, id, goal_id, at, by_email, crossed, most, reason)
            values (:workspace, :id, :goal, :at, :by, :crossed, :most, :reason)
            """)
        .param("workspace", by.workspace())
        .param("id", Ids.next())
        .param("goal", goal)
        .param("at", GoalTable.utc(at))
        .param("by", by.email())
        .param("crossed", limit)
        .param("most", most)
        .param("reason", reason)
        .update();
  }

  /** Oldest first. */
  List<FocusCrossing> of(UUID goal) {
    return jdbc.sql(
            """
            select crossed, most, reason, by_email, at from focus_crossing where goal_id = :goal order by id
            """)
        .param("goal", goal)
        .query(
            (row, n) ->
                new FocusCrossing(
                    row.getString("crossed"),
                    row.getInt("most"),
                    row.getString("reason"),
                    row.getString("by_email"),
                    GoalTable.instant(row, "at")))
        .list();
  }
}
