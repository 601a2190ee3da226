create table step (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  version int not null check (version >= 1), -- the newest in step_version
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id)
);
call seal('step');
create index step_of_goal on step (workspace_id, goal_id);

create table step_version (
  workspace_id uuid not null references workspace(id),
  step_id uuid not null,
  version int not null check (version >= 1),
  valid_from timestamptz not null,
  changed_by uuid not null,
  removed boolean not null,
  title text not null check (length(title) between 1 and 300),
  responsible uuid,
  due date,
  milestone boolean not null,
  key_result_id uuid, -- the milestone key result that this milestone moves
  weight numeric not null check (weight > 0),
  primary key (workspace_id, step_id, version),
  foreign key (workspace_id, step_id) references step (workspace_id, id),
  foreign key (workspace_id, changed_by) references member (workspace_id, id),
  foreign key (workspace_id, responsible) references member (workspace_id, id),
  foreign key (workspace_id, key_result_id) references key_result (workspace_id, id)
);
call seal('step_version');
revoke update, delete on step_version from ${app};

-- That a step is done is a fact with who and when; it can be taken back and stays on record.
create table step_completion (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  step_id uuid not null,
  at timestamptz not null,
  by_member uuid not null,
  evidence text,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, step_id) references step (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, taken_back_by) references member (workspace_id, id)
);
call seal('step_completion');
create unique index step_completion_in_force on step_completion (workspace_id, step_id) where taken_back_at is null;

-- What people report of a key result: its value where no metric measures it, and how sure they are.
create table check_in (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  key_result_id uuid not null,
  on_day date not null, -- the day the value speaks of
  at timestamptz not null,
  by_member uuid not null,
  value numeric,
  numerator bigint check (numerator >= 0),
  denominator bigint check (denominator > 0),
  confidence smallint check (confidence between 0 and 10),
  note text,
  evidence text,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  check ((numerator is null) = (denominator is null)),
  check (numerator <= denominator),
  check (value is null or numerator is null),
  foreign key (workspace_id, key_result_id) references key_result (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id),
  foreign key (workspace_id, taken_back_by) references member (workspace_id, id)
);
call seal('check_in');
create index check_in_of_key_result on check_in (workspace_id, key_result_id, on_day, at) where taken_back_at is null;
