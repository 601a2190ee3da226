-- What people say about a goal. A comment that was withdrawn is kept and no longer shown; it can come back.
create table goal_comment (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  text text not null check (length(text) between 1 and 4000),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (workspace_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, withdrawn_by) references member (workspace_id, id)
);
call seal('goal_comment');
create index goal_comment_of_goal on goal_comment (workspace_id, goal_id, id);
create index goal_comment_by_time on goal_comment (workspace_id, at) where withdrawn_at is null;
