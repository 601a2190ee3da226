-- How much a workspace wants to take on at once. Without a row the usual limits hold; an empty limit is none.
create table focus_limits (
  workspace_id uuid not null references workspace(id),
  hot_spots boolean not null,
  per_sub_area int check (per_sub_area between 1 and 1000),
  at_once int check (at_once between 1 and 1000),
  objectives int check (objectives between 1 and 1000),
  key_results int check (key_results between 1 and 1000),
  version int not null check (version >= 1),
  primary key (workspace_id)
);
call seal('focus_limits');

-- Why a goal went beyond a limit.
create table focus_crossing (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  at timestamptz not null,
  by_email text not null,
  crossed text not null check (crossed in ('sub-area', 'at-once', 'objectives', 'key-results')),
  most int not null,
  reason text not null check (length(reason) between 1 and 10000),
  primary key (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade
);
call seal('focus_crossing');
create index focus_crossing_of_goal on focus_crossing (workspace_id, goal_id, id);
revoke update, delete on focus_crossing from ${app};
