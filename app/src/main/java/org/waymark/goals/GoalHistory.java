package org.waymark.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.platform.Json;
import tools.jackson.databind.JsonNode;

/**
 * Everything that ever happened to a goal, from its versions and from what was decided and told.
 */
@Component
@Transactional(readOnly = true)
public class GoalHistory {
  private final JdbcClient jdbc;
  private final Goals goals;

  GoalHistory(JdbcClient jdbc, Goals goals) {
    this.jdbc = jdbc;
    this.goals = goals;
  }

  /**
   * One thing that happened.
   *
   * @param by e-mail of who did it; absent for what the server found in the data
   * @param what goal, keyResult, step, checkIn, a verb, answer, invitation, call, review or
   *     baseline, with "-taken-back" where it was, and answer-settled
   * @param changes the fields that became different; everything that was filled for what is new
   */
  public record Event(
      Instant at,
      @Nullable String by,
      String what,
      @Nullable UUID subject,
      @Nullable Integer version,
      List<Change> changes) {}

  /** One field, before and after. */
  @Schema(name = "FieldChange")
  public record Change(String field, @Nullable JsonNode before, @Nullable JsonNode after) {}

  private record Row(
      Instant at,
      @Nullable String by,
      String what,
      @Nullable UUID subject,
      @Nullable Integer version,
      JsonNode content) {}

  /** Oldest first. */
  public List<Event> of(Caller caller, UUID id) {
    goals.get(caller, id);
    Map<UUID, JsonNode> last = new HashMap<>();
    List<Event> events = new ArrayList<>();
    for (Row row : rows(id)) {
      JsonNode before = row.version() == null ? null : last.put(row.subject(), row.content());
      events.add(
          new Event(
              row.at(),
              row.by(),
              row.what(),
              row.subject(),
              row.version(),
              changes(before, row.content())));
    }
    return events;
  }

  private static List<Change> changes(@Nullable JsonNode before, JsonNode after) {
    Set<String> fields = new LinkedHashSet<>(after.propertyNames());
    List<Change> changes = new ArrayList<>();
    for (String field : fields) {
      JsonNode was = before == null ? null : filled(before.get(field));
      JsonNode is = filled(after.get(field));
      if (was == null ? is != null : !was.equals(is)) {
        changes.add(new Change(field, was, is));
      }
    }
    return changes;
  }

  private static @Nullable JsonNode filled(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node;
  }

  private List<Row> rows(UUID id) {
    return jdbc.sql(
            """
            select e.at, m.email as by, e.what, e.subject, e.version, e.content::text as content
            from (
              select v.valid_from as at, v.changed_by as member, 'goal' as what, v.goal_id as subject, v.version,
                1 as sort,
                jsonb_build_object('statement', v.statement, 'why', v.why, 'strategy', v.strategy, 'kind', v.kind,
                  'area', a.code, 'cycle', c.code, 'unit', u.key, 'person', p.email, 'owner', o.email,
                  'contributesTo', v.contributes_to, 'drives', v.drives, 'ambition', v.ambition,
                  'reviewOn', v.review_on, 'reviewEvery', v.review_every, 'hoursPerWeek', v.hours_per_week, 'resources', v.resources,
                  'recordedIn', v.recorded_in, 'overruled', v.overruled) as content
              from goal_version v
              join cycle c on c.workspace_id = v.workspace_id and c.id = v.cycle_id
              join member o on o.workspace_id = v.workspace_id and o.id = v.owner
              left join area a on a.workspace_id = v.workspace_id and a.id = v.area_id
              left join member p on p.workspace_id = v.workspace_id and p.id = v.person
              left join lateral (
                select min(k.key) as key from unit_code k
                where k.workspace_id = v.workspace_id and k.unit_id = v.unit_id) u on true
              where v.goal_id = :id
              union all
              select v.valid_from, v.changed_by, 'keyResult', v.key_result_id, v.version, 2,
                jsonb_build_object('removed', nullif(v.removed, false), 'name', v.name, 'metric', v.metric,
                  'statistic', v.statistic, 'filter', nullif(v.filter, '{}'::jsonb), 'type', v.type,
                  'baseline', v.baseline, 'baselineFrom', v.baseline_from, 'baselineTo', v.baseline_to,
                  'target', v.target, 'low', v.target_low, 'high', v.target_high, 'changePercent', v.change_percent,
                  'due', v.due, 'weight', v.weight, 'window', v.span,
                  'evidence', v.evidence ->> 'kind', 'different', v.different ->> 'what',
                  'worth', v.different -> 'worth')
              from key_result k
              join key_result_version v on v.workspace_id = k.workspace_id and v.key_result_id = k.id
              where k.goal_id = :id
              union all
              select b.settled_at, null, 'baseline', b.key_result_id, null, 3,
                jsonb_build_object('baseline', b.value, 'n', b.n, 'from', b.from_day, 'to', b.to_day, 'target', b.target)
              from key_result k
              join key_result_baseline b on b.workspace_id = k.workspace_id and b.key_result_id = k.id
              where k.goal_id = :id
              union all
              select v.valid_from, v.changed_by, 'step', v.step_id, v.version, 4,
                jsonb_build_object('removed', nullif(v.removed, false), 'title', v.title, 'responsible', r.email,
                  'due', v.due, 'milestone', nullif(v.milestone, false), 'keyResult', v.key_result_id,
                  'weight', v.weight)
              from step s
              join step_version v on v.workspace_id = s.workspace_id and v.step_id = s.id
              left join member r on r.workspace_id = v.workspace_id and r.id = v.responsible
              where s.goal_id = :id
              union all
              select x.at, x.member, x.what, s.id, null, 5, jsonb_build_object('title', v.title, 'evidence', d.evidence)
              from step s
              join step_version v on v.workspace_id = s.workspace_id and v.step_id = s.id and v.version = s.version
              join step_completion d on d.workspace_id = s.workspace_id and d.step_id = s.id
              cross join lateral (values (d.at, d.by_member, 'completion'),
                (d.taken_back_at, d.taken_back_by, 'completion-taken-back')) x (at, member, what)
              where s.goal_id = :id and x.at is not null
              union all
              select x.at, x.member, x.what, t.key_result_id, null, 6,
                jsonb_build_object('value', t.value, 'numerator', t.numerator, 'denominator', t.denominator,
                  'confidence', t.confidence, 'note', t.note, 'evidence', t.evidence, 'on', t.on_day,
                  'readBy', t.read_by)
              from key_result k
              join check_in t on t.workspace_id = k.workspace_id and t.key_result_id = k.id
              cross join lateral (values (t.at, t.by_member, 'checkIn'),
                (t.taken_back_at, t.taken_back_by, 'checkIn-taken-back')) x (at, member, what)
              where k.goal_id = :id and x.at is not null
              union all
              select x.at, x.member, x.what, null, null, 7,
                jsonb_build_object('reason', d.reason, 'outcome', d.outcome, 'learning', d.learning)
              from goal_act d
              cross join lateral (values (d.at, d.by_member, d.verb),
                (d.taken_back_at, d.taken_back_by, d.verb || '-taken-back')) x (at, member, what)
              where d.goal_id = :id and x.at is not null
              union all
              select x.at, w.member, x.what, null, null, 8,
                jsonb_build_object('answer', w.answer, 'reason', w.reason)
              from goal_answer w
              cross join lateral (values (w.at, 'answer'), (w.settled_at, 'answer-settled')) x (at, what)
              where w.goal_id = :id and x.at is not null
              union all
              select x.at, x.member, x.what, null, null, 9, jsonb_build_object('member', n.email, 'unit', u.key)
              from goal_invitation i
              join member n on n.workspace_id = i.workspace_id and n.id = i.member
              left join lateral (
                select min(k.key) as key from unit_code k
                where k.workspace_id = i.workspace_id and k.unit_id = i.unit_id) u on true
              cross join lateral (values (i.at, i.by_member, 'invitation'),
                (i.taken_back_at, i.taken_back_by, 'invitation-taken-back')) x (at, member, what)
              where i.goal_id = :id and x.at is not null
              union all
              select x.at, x.member, x.what, null, null, 10, jsonb_build_object('unit', u.key) || x.more
              from goal_call c
              left join lateral (
                select min(k.key) as key from unit_code k
                where k.workspace_id = c.workspace_id and k.unit_id = c.unit_id) u on true
              left join goal_call n on n.workspace_id = c.workspace_id and n.follows = c.id
              cross join lateral (values
                (case when c.follows is null then c.at end, c.by_member, 'call', jsonb_build_object('note', c.note)),
                (c.refused_at, c.refused_by, 'call-refused', jsonb_build_object('reason', c.refusal)),
                (c.taken_back_at, c.taken_back_by,
                  case when n.id is null then 'call-taken-back' else 'call-refusal-taken-back' end,
                  jsonb_build_object('note', c.note)))
                x (at, member, what, more)
              where c.goal_id = :id and x.at is not null
              union all
              select x.at, x.member, x.what, null, null, 11, jsonb_build_object('on', r.held_on, 'note', r.note)
              from goal_review r
              cross join lateral (values (r.at, r.by_member, 'review'),
                (r.taken_back_at, r.taken_back_by, 'review-taken-back')) x (at, member, what)
              where r.goal_id = :id and x.at is not null) e
            left join member m on m.id = e.member
            order by e.at, e.sort, e.version
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new Row(
                    GoalTable.instant(row, "at"),
                    row.getString("by"),
                    row.getString("what"),
                    row.getObject("subject", UUID.class),
                    row.getObject("version", Integer.class),
                    Json.mapper().readTree(row.getString("content"))))
        .list();
  }
}
