-- The demonstration organisation of a workspace, from the moment somebody asks for it until it is removed.
create table demonstration (
  workspace_id uuid not null references workspace(id),
  seed bigint not null,
  told_on date not null, -- the day from which its story is told
  state text not null check (state in ('loading', 'loaded', 'removing', 'failed')),
  begun_at timestamptz not null,
  begun_by uuid not null,
  loaded_at timestamptz, -- whatever happened to it later was done by people
  primary key (workspace_id)
);
call seal('demonstration');

-- Everything that was made for it, so that exactly this can be removed.
create table demonstration_thing (
  workspace_id uuid not null references workspace(id),
  kind text not null check (kind in ('unit', 'member', 'cycle', 'metric', 'goal', 'import')),
  id text not null,
  primary key (workspace_id, kind, id)
);
call seal('demonstration_thing');

-- Which thing names which other, in any version that is kept: while one stays, so must the other.
create view demonstration_tie with (security_invoker = true) as
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
grant select on demonstration_tie to ${app}, ${backup};

-- Goals of the demonstration that people have taken further since it was loaded.
create view demonstration_touched with (security_invoker = true) as
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
grant select on demonstration_touched to ${app}, ${backup};

-- What has to stay because something that people made names it, directly or through others.
create function demonstration_kept(with_touched boolean) returns table (kind text, id text)
language sql stable set search_path = public, pg_temp as $$
  with recursive
  here as (select nullif(current_setting('waymark.workspace', true), '')::uuid as workspace),
  own (kind, id) as (
    select 'goal', g.id::text from goal g join here on g.workspace_id = workspace
    union all select 'unit', u.id::text from unit u join here on u.workspace_id = workspace
    union all select 'member', m.id::text from member m join here on m.workspace_id = workspace
    union all select 'cycle', c.id::text from cycle c join here on c.workspace_id = workspace
    except
    select t.kind, t.id from demonstration_thing t join here on t.workspace_id = workspace
  ),
  -- facts name units, so a file of people's own may speak of any of them
  own_facts as (
    select 1 from import i join here on i.workspace_id = workspace
    where i.withdrawn_at is null and (i.mapping is null or i.mapping::text like '%"unit"%')
      and not exists (select 1 from demonstration_thing t
                      where t.workspace_id = i.workspace_id and t.kind = 'import'
                        and t.id in (i.id::text, i.replay_of::text, i.same_as::text))
    limit 1
  ),
  stays (kind, id) as (
    select o.kind, o.id from own o
    union
    select 'goal', d.goal from demonstration_touched d join here on d.workspace_id = workspace where not with_touched
    union
    select 'unit', t.id from demonstration_thing t join here on t.workspace_id = workspace
    where t.kind = 'unit' and exists (select 1 from own_facts)
    union
    select n.needs, n.needed
    from stays s
    join demonstration_tie n on n.kind = s.kind and n.id = s.id
    join here on n.workspace_id = workspace
  )
  select t.kind, t.id from demonstration_thing t join here on t.workspace_id = workspace
  join stays s on s.kind = t.kind and s.id = t.id
$$;
revoke all on function demonstration_kept(boolean) from public;
grant execute on function demonstration_kept(boolean) to ${app};

-- Goals, units and people are never deleted, by anybody; only what was made for a demonstration is, and only here. Runs
-- as the owner of the tables, but inside the policies: it reaches no other workspace. Its imports are withdrawn before.
create function clear_demonstration(with_touched boolean) returns void
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
revoke all on function clear_demonstration(boolean) from public;
grant execute on function clear_demonstration(boolean) to ${app};
