-- An invitation that was taken back is kept; the same person can be asked again.
alter table goal_invitation
  add column unit_id uuid, -- the unit through which they were asked; null when asked by name
  add column taken_back_at timestamptz,
  add column taken_back_by uuid,
  add check ((taken_back_at is null) = (taken_back_by is null)),
  add foreign key (workspace_id, unit_id) references unit (workspace_id, id),
  add foreign key (workspace_id, taken_back_by) references member (workspace_id, id),
  drop constraint goal_invitation_pkey,
  add primary key (workspace_id, goal_id, member, at);
create unique index goal_invitation_in_force on goal_invitation (workspace_id, goal_id, member) where taken_back_at is null;
create index goal_invitation_of_member on goal_invitation (workspace_id, member) where taken_back_at is null;

-- Which words an answer was given to, and that whoever objected considers the objection settled.
alter table goal_answer
  add column goal_version int,
  add column settled_at timestamptz,
  add check (settled_at is null or answer <> 'agree');
create index goal_answer_of_goal on goal_answer (workspace_id, goal_id);

-- What is said in reply to an answer is a comment.
alter table goal_comment
  add column answer_id uuid,
  add foreign key (workspace_id, answer_id) references goal_answer (workspace_id, id);
create index goal_comment_of_answer on goal_comment (workspace_id, answer_id) where answer_id is not null;

-- Units that are asked what they want to contribute to a goal.
create table goal_call (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  unit_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  note text check (length(note) <= 10000),
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  check ((taken_back_at is null) = (taken_back_by is null)),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, unit_id) references unit (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, taken_back_by) references member (workspace_id, id)
);
call seal('goal_call');
create unique index goal_call_in_force on goal_call (workspace_id, goal_id, unit_id) where taken_back_at is null;

-- What those who are asked say to the proposal in force. An answer to an earlier proposal is kept and no longer counts.
-- Whoever left without an answer is not waited for.
create view goal_said with (security_invoker = true) as
select i.workspace_id, i.goal_id, i.member, i.at as asked_at, i.by_member as asked_by, i.unit_id, p.at as proposed_at,
       a.id as answer_id, a.answer, a.reason, a.at, a.goal_version, a.settled_at,
       a.answer = 'cannot-support' and a.settled_at is null as objects
from goal_invitation i
join member m on m.workspace_id = i.workspace_id and m.id = i.member
left join goal_act p on p.workspace_id = i.workspace_id and p.goal_id = i.goal_id and p.verb = 'proposal'
  and p.taken_back_at is null
left join goal_answer a on a.workspace_id = i.workspace_id and a.goal_id = i.goal_id and a.member = i.member
  and a.taken_back_at is null and a.at >= p.at
where i.taken_back_at is null and (m.left_at is null or a.id is not null);
grant select on goal_said to ${app}, ${backup};
