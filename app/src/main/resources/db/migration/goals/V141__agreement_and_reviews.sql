-- When a goal is looked at together. No day of its own means: 90 days after the start, and until then after it was written.
alter table goal_version
  add column review_every text check (review_every ~ '^P[1-9][0-9]{0,2}[DWM]$');

-- That it was looked at. One that was not so after all is taken back.
create table goal_review (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  due_on date not null, -- the day of the series that this one is for, and all before it
  held_on date not null,
  note text check (length(note) <= 4000),
  at timestamptz not null,
  by_member uuid not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  check ((taken_back_at is null) = (taken_back_by is null)),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, taken_back_by) references member (workspace_id, id)
);
call seal('goal_review');
create unique index goal_review_in_force on goal_review (workspace_id, goal_id, due_on) where taken_back_at is null;

-- A goal as it stands, as before, and with what its reviews follow from. Agreed means: the owner has committed; or everyone invited was asked and has answered, nobody's "cannot support" is open,
-- and at least 80 % of the answers agree, with a concern or without.
create or replace view goal_now with (security_invoker = true) as
select g.workspace_id, g.id, g.version, g.author, g.created_at,
       v.valid_from, v.changed_by, v.statement, v.why, v.strategy, v.kind, v.area_id, v.cycle_id, v.unit_id, v.person,
       v.owner, v.contributes_to, v.drives, v.ambition, v.review_on,
       said.asked, said.answered, said.agree, said.concern, said.cannot_support,
       said.reached as agreement_reached,
       case
         when acts.withdrawn then 'withdrawn'
         when acts.closed_at is not null then 'closed'
         when acts.started_at is not null then 'running'
         when acts.committed or (acts.proposed and said.reached) then 'agreed'
         when acts.proposed then 'proposed'
         else 'draft'
       end as state,
       said.objections, v.review_every, acts.started_at, acts.closed_at
from goal g
join goal_version v on v.workspace_id = g.workspace_id and v.goal_id = g.id and v.version = g.version
cross join lateral (
  select coalesce(bool_or(verb = 'withdrawal'), false) as withdrawn,
         max(at) filter (where verb = 'closure') as closed_at,
         max(at) filter (where verb = 'start') as started_at,
         coalesce(bool_or(verb = 'commitment'), false) as committed,
         coalesce(bool_or(verb = 'proposal'), false) as proposed
  from goal_act a
  where a.workspace_id = g.workspace_id and a.goal_id = g.id and a.taken_back_at is null) acts
cross join lateral (
  select c.*, c.asked > 0 and c.answered = c.asked and c.objections = 0 and 5 * (c.agree + c.concern) >= 4 * c.answered as reached
  from (
    select count(*)::int as asked,
           count(s.answer)::int as answered,
           count(*) filter (where s.answer = 'agree')::int as agree,
           count(*) filter (where s.answer = 'concern')::int as concern,
           count(*) filter (where s.answer = 'cannot-support')::int as cannot_support,
           count(*) filter (where s.objects)::int as objections
    from goal_said s
    where s.workspace_id = g.workspace_id and s.goal_id = g.id) c) said;
