-- Comments belong to what removing the demonstration looks at: who comments has taken a goal further, whoever is named stays.
create or replace view demonstration_tie with (security_invoker = true) as
with of_goal as (
  select workspace_id, goal_id, author as member, null::uuid as goal, null::uuid as unit, null::uuid as cycle, null::text as metric
  from (select workspace_id, id as goal_id, author from goal) g
  union all
  select v.workspace_id, v.goal_id, m.id, null, null, null, null
  from goal_version v cross join lateral (values (v.changed_by), (v.person), (v.owner)) m (id)
  union all
  select v.workspace_id, v.goal_id, null, g.id, null, null, null
  from goal_version v cross join lateral (values (v.contributes_to), (v.drives)) g (id)
  union all
  select workspace_id, goal_id, null, null, unit_id, cycle_id, null from goal_version
  union all
  select a.workspace_id, a.goal_id, m.id, null, null, null, null
  from goal_act a cross join lateral (values (a.by_member), (a.taken_back_by)) m (id)
  union all
  select i.workspace_id, i.goal_id, m.id, null, null, null, null
  from goal_invitation i cross join lateral (values (i.member), (i.by_member)) m (id)
  union all
  select workspace_id, goal_id, member, null, null, null, null from goal_answer
  union all
  select c.workspace_id, c.goal_id, m.id, null, null, null, null
  from goal_comment c cross join lateral (values (c.by_member), (c.withdrawn_by)) m (id)
  union all
  select v.workspace_id, k.goal_id, v.changed_by, null, v.unit_id, null, v.metric
  from key_result_version v join key_result k on k.workspace_id = v.workspace_id and k.id = v.key_result_id
  union all
  select c.workspace_id, k.goal_id, m.id, null, null, null, null
  from check_in c
  join key_result k on k.workspace_id = c.workspace_id and k.id = c.key_result_id
  cross join lateral (values (c.by_member), (c.taken_back_by)) m (id)
  union all
  select v.workspace_id, s.goal_id, m.id, null, null, null, null
  from step_version v
  join step s on s.workspace_id = v.workspace_id and s.id = v.step_id
  cross join lateral (values (v.changed_by), (v.responsible)) m (id)
  union all
  select d.workspace_id, s.goal_id, m.id, null, null, null, null
  from step_completion d
  join step s on s.workspace_id = d.workspace_id and s.id = d.step_id
  cross join lateral (values (d.by_member), (d.taken_back_by)) m (id)
)
select o.workspace_id, 'goal' as kind, o.goal_id::text as id, n.kind as needs, n.id as needed
from of_goal o
cross join lateral (values ('member', o.member::text), ('goal', o.goal::text), ('unit', o.unit::text),
  ('cycle', o.cycle::text), ('metric', o.metric)) n (kind, id)
where n.id is not null
union
select workspace_id, 'unit', unit_id::text, 'unit', parent_id::text from unit_version where parent_id is not null
union
select workspace_id, 'member', member_id::text, 'unit', unit_id::text from member_unit
union
select workspace_id, 'cycle', id::text, 'cycle', within_id::text from cycle where within_id is not null;

create or replace view demonstration_touched with (security_invoker = true) as
select t.workspace_id, t.id as goal
from demonstration d
join demonstration_thing t on t.workspace_id = d.workspace_id and t.kind = 'goal'
where exists (
  select 1 from (
    select valid_from as at from goal_version v where v.workspace_id = t.workspace_id and v.goal_id::text = t.id
    union all
    select x.at from goal_act a cross join lateral (values (a.at), (a.taken_back_at)) x (at)
    where a.workspace_id = t.workspace_id and a.goal_id::text = t.id
    union all
    select at from goal_invitation i where i.workspace_id = t.workspace_id and i.goal_id::text = t.id
    union all
    select at from goal_answer w where w.workspace_id = t.workspace_id and w.goal_id::text = t.id
    union all
    select x.at from goal_comment c cross join lateral (values (c.at), (c.withdrawn_at)) x (at)
    where c.workspace_id = t.workspace_id and c.goal_id::text = t.id
    union all
    select x.at from key_result k
    join key_result_version v on v.workspace_id = k.workspace_id and v.key_result_id = k.id
    left join check_in c on c.workspace_id = k.workspace_id and c.key_result_id = k.id
    cross join lateral (values (v.valid_from), (c.at), (c.taken_back_at)) x (at)
    where k.workspace_id = t.workspace_id and k.goal_id::text = t.id
    union all
    select x.at from step s
    join step_version v on v.workspace_id = s.workspace_id and v.step_id = s.id
    left join step_completion c on c.workspace_id = s.workspace_id and c.step_id = s.id
    cross join lateral (values (v.valid_from), (c.at), (c.taken_back_at)) x (at)
    where s.workspace_id = t.workspace_id and s.goal_id::text = t.id
  ) done where done.at > d.loaded_at);

create or replace function clear_demonstration(with_touched boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant uuid := nullif(current_setting('waymark.workspace', true), '')::uuid;
  gone_goals uuid[];
  gone_units uuid[];
  gone_members uuid[];
  gone_cycles uuid[];
  gone_metrics text[];
  gone_key_results uuid[];
  gone_steps uuid[];
begin
  if not exists (select 1 from demonstration where workspace_id = here and state = 'removing') then
    raise exception 'no demonstration is being removed here';
  end if;
  select coalesce(array_agg(going.id) filter (where going.kind = 'goal'), '{}')::uuid[],
         coalesce(array_agg(going.id) filter (where going.kind = 'unit'), '{}')::uuid[],
         coalesce(array_agg(going.id) filter (where going.kind = 'member'), '{}')::uuid[],
         coalesce(array_agg(going.id) filter (where going.kind = 'cycle'), '{}')::uuid[],
         coalesce(array_agg(going.id) filter (where going.kind = 'metric'), '{}')
    into gone_goals, gone_units, gone_members, gone_cycles, gone_metrics
  from (
    select t.kind, t.id from demonstration_thing t where t.workspace_id = here
    except
    select k.kind, k.id from demonstration_kept(with_touched) k) going;
  select coalesce(array_agg(id), '{}') into gone_key_results
    from key_result where workspace_id = here and goal_id = any (gone_goals);
  select coalesce(array_agg(id), '{}') into gone_steps
    from step where workspace_id = here and goal_id = any (gone_goals);

  delete from key_result_snapshot where workspace_id = here and key_result_id = any (gone_key_results);
  delete from key_result_baseline where workspace_id = here and key_result_id = any (gone_key_results);
  delete from check_in where workspace_id = here and key_result_id = any (gone_key_results);
  delete from step_completion where workspace_id = here and step_id = any (gone_steps);
  delete from step_version where workspace_id = here and step_id = any (gone_steps);
  delete from step where workspace_id = here and id = any (gone_steps);
  delete from key_result_version where workspace_id = here and key_result_id = any (gone_key_results);
  delete from key_result where workspace_id = here and id = any (gone_key_results);
  delete from goal_comment where workspace_id = here and goal_id = any (gone_goals);
  delete from goal_answer where workspace_id = here and goal_id = any (gone_goals);
  delete from goal_invitation where workspace_id = here and goal_id = any (gone_goals);
  delete from goal_act where workspace_id = here and goal_id = any (gone_goals);
  delete from goal_version where workspace_id = here and goal_id = any (gone_goals);
  delete from goal where workspace_id = here and id = any (gone_goals);

  delete from partial_day where workspace_id = here and metric_key = any (gone_metrics);
  delete from metric_definition where workspace_id = here and key = any (gone_metrics);

  delete from cycle where workspace_id = here and id = any (gone_cycles);

  delete from invitation where workspace_id = here and member_id = any (gone_members);
  delete from api_token where workspace_id = here and member_id = any (gone_members);
  delete from member_unit where workspace_id = here and member_id = any (gone_members);
  delete from member where workspace_id = here and id = any (gone_members);

  delete from unit_version where workspace_id = here and unit_id = any (gone_units);
  delete from unit_code where workspace_id = here and unit_id = any (gone_units);
  delete from unit where workspace_id = here and id = any (gone_units);

  -- touched_day stays: its numbers only grow, and that is what makes results kept too late stale instead of wrong.
  delete from demonstration_thing where workspace_id = here;
  delete from demonstration where workspace_id = here;
end $$;
