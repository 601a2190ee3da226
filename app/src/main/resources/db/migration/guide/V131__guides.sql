-- A goal on its way through the guide. What was answered to a step is kept each time it was said; the newest holds.
create table guide (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  author uuid not null,
  begun_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, author) references member (workspace_id, id)
);
call seal('guide');
create index guide_of_author on guide (workspace_id, author);

create table guide_answer (
  workspace_id uuid not null references workspace(id),
  guide_id uuid not null,
  step text not null check (step in ('area', 'description', 'measurable', 'metric', 'effort', 'benefit', 'strategy',
                                     'record', 'share', 'review')),
  version int not null check (version >= 1),
  at timestamptz not null,
  answer jsonb not null, -- fields of the form as they were typed, right or not yet
  primary key (workspace_id, guide_id, step, version),
  foreign key (workspace_id, guide_id) references guide (workspace_id, id)
);
call seal('guide_answer');
revoke update, delete on guide_answer from ${app};

-- What became of it: the goal it was published as, in the version it made or took up again; or that it was put aside.
create table guide_turn (
  workspace_id uuid not null references workspace(id),
  guide_id uuid not null,
  number int not null check (number >= 1),
  verb text not null check (verb in ('published', 'taken-up', 'put-aside', 'resumed')),
  at timestamptz not null,
  goal_id uuid,
  goal_version int,
  key_result_id uuid,
  key_result_version int,
  primary key (workspace_id, guide_id, number),
  check ((goal_id is null) = (goal_version is null)),
  check ((key_result_id is null) = (key_result_version is null)),
  check (goal_id is not null or verb in ('put-aside', 'resumed')),
  foreign key (workspace_id, guide_id) references guide (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id),
  foreign key (workspace_id, key_result_id) references key_result (workspace_id, id)
);
call seal('guide_turn');
revoke update, delete on guide_turn from ${app};
create index guide_turn_of_goal on guide_turn (workspace_id, goal_id) where goal_id is not null;
