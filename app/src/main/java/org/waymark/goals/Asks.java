package org.waymark.goals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;

/** What waits for one member: answers, replies, proposals of their unit, reviews. */
@Component
@Transactional(readOnly = true)
public class Asks {
  private final JdbcClient jdbc;
  private final Reviews reviews;
  private final Access access;

  Asks(JdbcClient jdbc, Reviews reviews, Access access) {
    this.jdbc = jdbc;
    this.reviews = reviews;
    this.access = access;
  }

  /** Proposals first, then what is said in reply, then calls and reviews; each the oldest first. */
  public List<Ask> of(Caller caller) {
    if (!access.can(caller, Action.ANSWER_PROPOSAL, null)) {
      return List.of();
    }
    List<Ask> asks =
        new ArrayList<>(
            jdbc.sql(
                    """
                    with recursive proposed as materialized (
                      select g.workspace_id, g.id, g.author, g.owner, g.person from goal_now g
                      where g.state in ('proposed', 'agreed')),
                    spoken as (
                      select s.workspace_id, s.goal_id, s.member, s.answer_id, s.answer, s.reason, s.at,
                        last.by_member as last_by, last.at as last_at, last.text as last_text
                      from goal_said s
                      join proposed p on p.workspace_id = s.workspace_id and p.id = s.goal_id
                      left join lateral (
                        select c.by_member, c.at, c.text from goal_comment c
                        where c.workspace_id = s.workspace_id and c.answer_id = s.answer_id and c.withdrawn_at is null
                        order by c.at desc, c.id desc limit 1) last on true
                      where s.answer in ('concern', 'cannot-support') and s.settled_at is null),
                    below (top, id) as (
                      select distinct unit_id, unit_id from goal_call where taken_back_at is null
                      union
                      select b.top, v.unit_id from below b
                      join lateral (
                        select distinct on (n.unit_id) n.unit_id, n.parent_id from unit_version n
                        where n.valid_from <= current_date
                        order by n.unit_id, n.valid_from desc, n.version desc) v on v.parent_id = b.id)
                    select w.sort, w.what, w.at, w.text, w.answer_id, w.answer, w.reason, g.id, g.statement, g.version,
                      (select coalesce(sum(r.version), 0)::int from key_result r
                       where r.workspace_id = g.workspace_id and r.goal_id = g.id) as key_results_version,
                      c.code as cycle, m.email, u.code as unit
                    from (
                      select 1 as sort, 'answer' as what, s.goal_id, a.by_member as by, a.at, a.reason as text,
                        null::uuid as answer_id, null as answer, null as reason, null::uuid as unit_id
                      from goal_said s
                      join goal_act a on a.workspace_id = s.workspace_id and a.goal_id = s.goal_id and a.verb = 'proposal'
                        and a.taken_back_at is null
                      where s.member = :me and s.answer is null
                      union all
                      select 2, 'settle', s.goal_id, s.last_by, s.last_at, s.last_text, s.answer_id, s.answer, s.reason, null
                      from spoken s where s.member = :me and s.last_by <> :me
                      union all
                      select 3, 'reply', s.goal_id, s.member, s.at, s.reason, s.answer_id, s.answer, null, null
                      from spoken s
                      join proposed p on p.workspace_id = s.workspace_id and p.id = s.goal_id
                      where :me in (p.author, p.owner, p.person) and s.member <> :me
                        and (s.last_by is null or s.last_by = s.member)
                      union all
                      select 4, 'propose', k.goal_id, k.by_member, k.at, k.note, null, null, null, k.unit_id
                      from goal_call k
                      join member_unit n on n.workspace_id = k.workspace_id and n.unit_id = k.unit_id and n.member_id = :me
                      where k.taken_back_at is null and k.refused_at is null and not exists (
                        select 1 from goal_now o
                        join below b on b.id = o.unit_id and b.top = k.unit_id
                        where o.workspace_id = k.workspace_id and o.contributes_to = k.goal_id
                          and o.state not in ('draft', 'withdrawn'))
                      union all
                      select 5, 'refusal', k.goal_id, k.refused_by, k.refused_at, k.refusal, null, null, null, k.unit_id
                      from goal_call k
                      where k.by_member = :me and k.taken_back_at is null and k.refused_at is not null
                        and k.refusal_read_at is null) w
                    join goal_now g on g.id = w.goal_id
                    join cycle c on c.workspace_id = g.workspace_id and c.id = g.cycle_id
                    join member m on m.workspace_id = g.workspace_id and m.id = w.by
                    left join lateral (
                      select n.code from unit_version n
                      where n.workspace_id = g.workspace_id and n.unit_id = w.unit_id and n.valid_from <= current_date
                      order by n.valid_from desc, n.version desc limit 1) u on true
                    where g.state in ('proposed', 'agreed', 'running')
                      and (w.what <> 'answer' or g.state = 'proposed')
                      and (w.what not in ('settle', 'reply') or g.state <> 'running')
                    order by w.sort, w.at, g.id
                    """)
                .param("me", caller.member())
                .query(Asks::ask)
                .list());
    reviews.due(caller).forEach(due -> asks.add(review(due)));
    return asks;
  }

  private static Ask review(Reviews.Due due) {
    Goal goal = due.goal();
    return new Ask(
        Ask.What.REVIEW,
        goal.id(),
        goal.statement(),
        goal.version(),
        goal.keyResultsVersion(),
        goal.cycle(),
        goal.owner(),
        null,
        null,
        null,
        null,
        null,
        null,
        due.on());
  }

  private static Ask ask(ResultSet row, int n) throws SQLException {
    String answer = row.getString("answer");
    return new Ask(
        Ask.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        row.getObject("id", UUID.class),
        row.getString("statement"),
        row.getInt("version"),
        row.getInt("key_results_version"),
        row.getString("cycle"),
        row.getString("email"),
        GoalTable.instant(row, "at"),
        row.getString("text"),
        row.getObject("answer_id", UUID.class),
        answer == null ? null : Act.Answer.of(answer),
        row.getString("reason"),
        row.getString("unit"),
        null);
  }
}
