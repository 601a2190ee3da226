-- Everything that was said of where a key result will be, and never changed: it is scored against what happened once
-- the goal has closed. How it ended is kept with the closure, not here.
create table forecast (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  key_result_id uuid not null,
  key_result_version int not null,
  made_at timestamptz not null,
  state text not null check (state in ('known', 'tooFewReadings', 'tooFarAhead', 'decided')),
  last_read date, -- last day of the last week that was looked at
  steps int not null check (steps >= 0), -- weeks from there to the last one that counts
  readings int not null check (readings >= 0),
  needed int,
  chance double precision check (chance between 0 and 1), -- as computed, never clipped
  pace text check (pace in ('on-track', 'at-risk', 'off-track')), -- what the pace rule said at the same moment
  expected double precision,
  low double precision,
  high double precision,
  one_in_three double precision,
  path jsonb not null,
  primary key (workspace_id, id),
  check ((state = 'known') = (chance is not null)),
  check (low <= high),
  foreign key (workspace_id, key_result_id, key_result_version)
    references key_result_version (workspace_id, key_result_id, version) on delete cascade
);
call seal('forecast');
create index forecast_newest on forecast (workspace_id, key_result_id, made_at desc, id desc);
revoke update, delete on forecast from ${app};
