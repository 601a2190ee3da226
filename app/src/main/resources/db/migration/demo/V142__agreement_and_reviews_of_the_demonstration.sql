-- Calls to units, replies to answers and reviews belong to what removing the demonstration looks at, as all else of a goal.
alter view demonstration_tie rename to demonstration_tie_so_far;
create view demonstration_tie with (security_invoker = true) as
select workspace_id, kind, id, needs, needed from demonstration_tie_so_far
union
select o.workspace_id, 'goal', o.goal_id::text, n.kind, n.id
from (
  select c.workspace_id, c.goal_id, m.id as member, c.unit_id as unit
  from goal_call c cross join lateral (values (c.by_member), (c.taken_back_by)) m (id)
  union all
  select i.workspace_id, i.goal_id, i.taken_back_by, i.unit_id from goal_invitation i
  union all
  select r.workspace_id, r.goal_id, m.id, null
  from goal_review r cross join lateral (values (r.by_member), (r.taken_back_by)) m (id)) o
cross join lateral (values ('member', o.member::text), ('unit', o.unit::text)) n (kind, id)
where n.id is not null;
grant select on demonstration_tie to ${app}, ${backup};

alter view demonstration_touched rename to demonstration_touched_so_far;
create view demonstration_touched with (security_invoker = true) as
select workspace_id, goal from demonstration_touched_so_far
union
select t.workspace_id, t.id
from demonstration d
join demonstration_thing t on t.workspace_id = d.workspace_id and t.kind = 'goal'
join (
  select c.workspace_id, c.goal_id, x.at from goal_call c cross join lateral (values (c.at), (c.taken_back_at)) x (at)
  union all
  select i.workspace_id, i.goal_id, i.taken_back_at from goal_invitation i
  union all
  select a.workspace_id, a.goal_id, x.at from goal_answer a cross join lateral (values (a.taken_back_at), (a.settled_at)) x (at)
  union all
  select r.workspace_id, r.goal_id, x.at from goal_review r cross join lateral (values (r.at), (r.taken_back_at)) x (at)) done
  on done.workspace_id = t.workspace_id and done.goal_id::text = t.id and done.at > d.loaded_at;
grant select on demonstration_touched to ${app}, ${backup};

-- With a goal of the demonstration go its calls and reviews. Nobody else deletes goals.
revoke delete on goal from ${app};
