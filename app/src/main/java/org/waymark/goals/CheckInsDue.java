package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.workspace.Fields;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * Who owes which check-in: the owner of a running goal, and the person whose goal it is, owe one a
 * week for each key result that only people can tell. Whoever of them comes first tells it for
 * both.
 *
 * <ul>
 *   <li>Asked for is the week of today, by the workspace's zone and first day of the week, from the
 *       first day of the goal's cycle on. A week that passed is not asked for again.
 *   <li>Once a key result is due, the week of its due date stays asked for until it is told.
 *   <li>A week is told when a check-in speaks of a day in it or after it.
 *   <li>Milestones follow from steps, metrics from data: nobody owes those. What is done or not
 *       done is asked for until it is done.
 * </ul>
 */
@Component
@Transactional(readOnly = true)
public class CheckInsDue {
  private final JdbcClient jdbc;
  private final Access access;
  private final Workspaces workspaces;
  private final Clock clock;

  CheckInsDue(JdbcClient jdbc, Access access, Workspaces workspaces, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** What this caller is asked for, told or not; process goals first, goal by goal. */
  public List<CheckInDue> of(Caller caller) {
    if (!access.can(caller, Action.CHECK_IN, null)) {
      return List.of();
    }
    WorkspaceSettings settings = workspaces.current();
    return jdbc.sql(
            """
            select k.id, k.name, k.type, said.evidence ->> 'kind' as source, k.duration, k.due, g.id as goal, g.statement, g.kind, asked.from_day,
              last.on_day as last_on, last.email as last_by, last.value, last.numerator, last.denominator,
              noted.on_day as noted_on, noted.email as noted_by, noted.note,
              exists (
                select 1 from check_in t
                where t.workspace_id = k.workspace_id and t.key_result_id = k.id and t.taken_back_at is null
                  and t.on_day >= asked.from_day) as told
            from goal_now g
            join cycle c on c.workspace_id = g.workspace_id and c.id = g.cycle_id
            join key_result_now k on k.workspace_id = g.workspace_id and k.goal_id = g.id
            join key_result_version said
              on said.workspace_id = k.workspace_id and said.key_result_id = k.id and said.version = k.version
            cross join lateral (
              select day - (extract(isodow from day)::int - :weekStart + 7) % 7 as from_day
              from (select least(:today::date, k.due) as day) d) asked
            left join lateral (
              select t.on_day, m.email, t.value, t.numerator, t.denominator from check_in t
              join member m on m.workspace_id = t.workspace_id and m.id = t.by_member
              where t.workspace_id = k.workspace_id and t.key_result_id = k.id and t.taken_back_at is null
                and num_nonnulls(t.value, t.denominator) > 0
              order by t.on_day desc, t.at desc, t.id desc limit 1) last on true
            left join lateral (
              select t.on_day, m.email, t.note from check_in t
              join member m on m.workspace_id = t.workspace_id and m.id = t.by_member
              where t.workspace_id = k.workspace_id and t.key_result_id = k.id and t.taken_back_at is null
                and t.note is not null
              order by t.on_day desc, t.at desc, t.id desc limit 1) noted on true
            where g.state = 'running' and :me in (g.owner, g.person) and c.first_day <= :today::date
              and not k.removed and k.metric is null and k.type <> 'milestone'
              and (k.type <> 'binary' or last.value is distinct from 1 or last.on_day >= asked.from_day)
            order by g.kind = 'process' desc, g.created_at, g.id, k.created_at, k.id
            """)
        .param("me", caller.member())
        .param("today", settings.today(clock))
        .param("weekStart", settings.weekStart().getValue())
        .query(CheckInsDue::due)
        .list();
  }

  private static Evidence.@Nullable Kind source(@Nullable String kind) {
    return kind == null ? null : new Fields().word("evidence", kind, Evidence.Kind.class);
  }

  private static CheckInDue due(ResultSet row, int n) throws SQLException {
    LocalDate lastOn = row.getObject("last_on", LocalDate.class);
    LocalDate notedOn = row.getObject("noted_on", LocalDate.class);
    return new CheckInDue(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("type"),
        source(row.getString("source")),
        row.getBoolean("duration"),
        row.getObject("due", LocalDate.class),
        row.getObject("goal", UUID.class),
        row.getString("statement"),
        GoalKind.of(row.getString("kind")).orElseThrow(),
        row.getObject("from_day", LocalDate.class),
        lastOn == null
            ? null
            : new CheckInDue.LastValue(
                lastOn,
                row.getString("last_by"),
                row.getBigDecimal("value"),
                row.getObject("numerator", Long.class),
                row.getObject("denominator", Long.class)),
        notedOn == null
            ? null
            : new CheckInDue.LastNote(notedOn, row.getString("noted_by"), row.getString("note")),
        row.getBoolean("told"));
  }
}
