-- Every measurement of a key result as it was known at one moment, with all that is needed to score it again. Lists read
-- the newest; a closure keeps its own.
create table key_result_snapshot (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  key_result_id uuid not null,
  key_result_version int not null,
  as_of timestamptz not null,
  because text not null check (because in ('measured', 'changed', 'daily', 'closure')),
  act_id uuid, -- the closure that this belongs to
  definition_version int,
  state text not null check (state in ('measured', 'atLeast', 'tooFew', 'noData', 'noBaseline')),
  from_day date,
  to_day date,
  reading jsonb not null, -- as the API shows it
  value double precision,
  n bigint,
  numerator numeric,
  denominator numeric,
  baseline numeric,
  target numeric,
  raw double precision,
  score double precision check (score between 0 and 1),
  low double precision check (low between 0 and 1),
  high double precision check (high between 0 and 1),
  met boolean,
  primary key (workspace_id, id),
  check ((because = 'closure') = (act_id is not null)),
  foreign key (workspace_id, key_result_id, key_result_version)
    references key_result_version (workspace_id, key_result_id, version),
  foreign key (workspace_id, act_id) references goal_act (workspace_id, id)
);
call seal('key_result_snapshot');
create index key_result_snapshot_newest on key_result_snapshot (workspace_id, key_result_id, as_of desc, id desc);
create index key_result_snapshot_of_act on key_result_snapshot (workspace_id, act_id) where act_id is not null;
revoke update, delete on key_result_snapshot from ${app};
