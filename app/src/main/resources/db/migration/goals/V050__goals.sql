-- What was once said stays said: versions, measurements and closures are added to, never altered.
create table goal (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  version int not null check (version >= 1), -- the newest in goal_version
  author uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, author) references member (workspace_id, id)
);
call seal('goal');

create table goal_version (
  workspace_id uuid not null references workspace(id),
  goal_id uuid not null,
  version int not null check (version >= 1),
  valid_from timestamptz not null,
  changed_by uuid not null,
  statement text not null check (length(statement) between 1 and 2000),
  why text,
  strategy text,
  kind text not null check (kind in ('outcome', 'process')),
  area_id uuid,
  cycle_id uuid not null,
  unit_id uuid,
  person uuid,
  owner uuid not null,
  contributes_to uuid,
  drives uuid,
  ambition text not null check (ambition in ('committed', 'stretch')),
  review_on date,
  primary key (workspace_id, goal_id, version),
  check (unit_id is null or person is null),
  check (contributes_to <> goal_id and drives <> goal_id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, changed_by) references member (workspace_id, id),
  foreign key (workspace_id, area_id) references area (workspace_id, id),
  foreign key (workspace_id, cycle_id) references cycle (workspace_id, id),
  foreign key (workspace_id, unit_id) references unit (workspace_id, id),
  foreign key (workspace_id, person) references member (workspace_id, id),
  foreign key (workspace_id, owner) references member (workspace_id, id),
  foreign key (workspace_id, contributes_to) references goal (workspace_id, id),
  foreign key (workspace_id, drives) references goal (workspace_id, id)
);
call seal('goal_version');
revoke update, delete on goal_version from ${app};

-- Each verb leaves a row that says who and when; taking it back marks the row and keeps it.
create table goal_act (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  verb text not null check (verb in ('proposal', 'commitment', 'start', 'closure', 'withdrawal')),
  at timestamptz not null,
  by_member uuid not null,
  reason text,
  outcome text check (outcome in ('met', 'missed')),
  learning text,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  check ((verb = 'closure') = (outcome is not null)),
  check ((taken_back_at is null) = (taken_back_by is null)),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, taken_back_by) references member (workspace_id, id)
);
call seal('goal_act');
create unique index goal_act_in_force on goal_act (workspace_id, goal_id, verb) where taken_back_at is null;

-- Who is asked to support a goal; they see it while it is still a draft.
create table goal_invitation (
  workspace_id uuid not null references workspace(id),
  goal_id uuid not null,
  member uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  primary key (workspace_id, goal_id, member),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, member) references member (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
call seal('goal_invitation');

-- What they answer. A new answer takes the former one back.
create table goal_answer (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  member uuid not null,
  answer text not null check (answer in ('agree', 'concern', 'cannot-support')),
  reason text,
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (workspace_id, id),
  check (answer = 'agree' or reason is not null),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, member) references member (workspace_id, id)
);
call seal('goal_answer');
create unique index goal_answer_in_force on goal_answer (workspace_id, goal_id, member) where taken_back_at is null;

-- A goal as it stands, with its state. Agreed means: the owner has committed; or everyone invited has answered, nobody
-- cannot support it, and at least 80 % of the answers agree, with a concern or without.
create view goal_now with (security_invoker = true) as
select g.workspace_id, g.id, g.version, g.author, g.created_at,
       v.valid_from, v.changed_by, v.statement, v.why, v.strategy, v.kind, v.area_id, v.cycle_id, v.unit_id, v.person,
       v.owner, v.contributes_to, v.drives, v.ambition, v.review_on,
       said.asked, said.answered, said.agree, said.concern, said.cannot_support,
       said.reached as agreement_reached,
       case
         when acts.withdrawn then 'withdrawn'
         when acts.closed then 'closed'
         when acts.started then 'running'
         when acts.committed or (acts.proposed and said.reached) then 'agreed'
         when acts.proposed then 'proposed'
         else 'draft'
       end as state
from goal g
join goal_version v on v.workspace_id = g.workspace_id and v.goal_id = g.id and v.version = g.version
cross join lateral (
  select coalesce(bool_or(verb = 'withdrawal'), false) as withdrawn,
         coalesce(bool_or(verb = 'closure'), false) as closed,
         coalesce(bool_or(verb = 'start'), false) as started,
         coalesce(bool_or(verb = 'commitment'), false) as committed,
         coalesce(bool_or(verb = 'proposal'), false) as proposed
  from goal_act a
  where a.workspace_id = g.workspace_id and a.goal_id = g.id and a.taken_back_at is null) acts
cross join lateral (
  select c.*, c.asked > 0 and c.answered = c.asked and c.cannot_support = 0 and 5 * (c.agree + c.concern) >= 4 * c.answered as reached
  from (
    select count(*)::int as asked,
           count(a.answer)::int as answered,
           count(*) filter (where a.answer = 'agree')::int as agree,
           count(*) filter (where a.answer = 'concern')::int as concern,
           count(*) filter (where a.answer = 'cannot-support')::int as cannot_support
    from goal_invitation i
    left join goal_answer a on a.workspace_id = i.workspace_id and a.goal_id = i.goal_id and a.member = i.member
      and a.taken_back_at is null
    where i.workspace_id = g.workspace_id and i.goal_id = g.id) c) said;
grant select on goal_now to ${app}, ${backup};
