package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;

/**
 * What happened to the goals that concern somebody, done by others or shown by the data. A goal
 * concerns whoever wrote it, owns it, is its person or was asked to support it, and the members of
 * its unit; with it the goals that it contributes to or drives, and those that contribute to it or
 * drive it. Whoever belongs to no unit looks after the whole and hears of every goal they may see.
 */
@Component
@Transactional(readOnly = true)
public class Happenings {
  private final JdbcClient jdbc;

  Happenings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest first, at most so many. */
  public List<Happening> since(Caller caller, Instant since, int most) {
    return jdbc.sql(
            """
            with seen as materialized (
              select g.workspace_id, g.id, g.statement, g.state, g.shown, g.unit_id, g.contributes_to, g.drives,
                coalesce(:me in (g.author, g.owner, g.person), false) or exists (
                  select 1 from goal_invitation i
                  where i.workspace_id = g.workspace_id and i.goal_id = g.id and i.member = :me and i.taken_back_at is null) as own
              from goal_now g),
            near as materialized (
              select s.workspace_id, s.id, s.statement, s.state from seen s
              where (s.shown or s.own)
                and (s.own
                  or not exists (select 1 from member_unit where member_id = :me)
                  or s.unit_id in (select unit_id from member_unit where member_id = :me)
                  or s.contributes_to in (select id from seen where own)
                  or s.drives in (select id from seen where own)
                  or s.id in (select contributes_to from seen where own)
                  or s.id in (select drives from seen where own)))
            select e.*, n.statement, m.email from (
              select t.at, t.by_member, 'check-in' as what, k.goal_id, k.id as kr, k.name, k.duration, t.value,
                t.numerator, t.denominator, t.note, null as outcome
              from check_in t
              join key_result_now k on k.workspace_id = t.workspace_id and k.id = t.key_result_id
              where t.at > :since and t.taken_back_at is null and t.by_member <> :me and not k.removed
              union all
              select c.at, c.by_member, 'comment', c.goal_id, null, null, false, null, null, null,
                case when length(c.text) > 280 then left(c.text, 279) || '…' else c.text end, null
              from goal_comment c
              where c.at > :since and c.withdrawn_at is null and c.by_member <> :me
              union all
              select a.at, a.by_member, a.verb, a.goal_id, null, null, false, null, null, null,
                case when length(a.reason) > 280 then left(a.reason, 279) || '…' else a.reason end, a.outcome
              from goal_act a
              where a.verb in ('proposal', 'commitment', 'start', 'closure') and a.at > :since and a.taken_back_at is null
                and a.by_member <> :me
              union all
              select x.at, w.member, x.what, w.goal_id, null, null, false, null, null, null,
                case when length(x.note) > 280 then left(x.note, 279) || '…' else x.note end, null
              from goal_answer w
              cross join lateral (values (w.at, case w.answer when 'agree' then 'agrees' else w.answer end, w.reason),
                (w.settled_at, 'settled', null)) x (at, what, note)
              where x.at > :since and w.taken_back_at is null and w.member <> :me
              union all
              select r.at, r.by_member, 'review', r.goal_id, null, null, false, null, null, null,
                case when length(r.note) > 280 then left(r.note, 279) || '…' else r.note end, null
              from goal_review r
              where r.at > :since and r.taken_back_at is null and r.by_member <> :me
              union all
              select now.as_of, null, case when now.met then 'target-reached' else 'target-lost' end, k.goal_id, k.id,
                k.name, k.duration, null, null, null, null, null
              from near r
              join key_result_now k on k.workspace_id = r.workspace_id and k.goal_id = r.id
              cross join lateral (
                select s.as_of, s.met from key_result_snapshot s
                where s.workspace_id = k.workspace_id and s.key_result_id = k.id
                order by s.as_of desc, s.id desc limit 1) now
              cross join lateral (
                select s.met from key_result_snapshot s
                where s.workspace_id = k.workspace_id and s.key_result_id = k.id and s.as_of <= :since
                order by s.as_of desc, s.id desc limit 1) before
              where r.state = 'running' and not k.removed and k.metric is not null and now.as_of > :since
                and now.met <> before.met) e
            join near n on n.id = e.goal_id
            left join member m on m.id = e.by_member
            order by e.at desc, e.goal_id, e.kr limit :most
            """)
        .param("me", caller.member())
        .param("since", GoalTable.utc(since))
        .param("most", most)
        .query(Happenings::happening)
        .list();
  }

  private static Happening happening(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new Happening(
        GoalTable.instant(row, "at"),
        Happening.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getObject("goal_id", UUID.class),
        row.getString("statement"),
        row.getObject("kr", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("duration"),
        row.getBigDecimal("value"),
        row.getObject("numerator", Long.class),
        row.getObject("denominator", Long.class),
        row.getString("note"),
        outcome == null ? null : Act.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)));
  }
}
