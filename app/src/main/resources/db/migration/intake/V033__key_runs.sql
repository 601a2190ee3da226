-- The keys of a large import are not rows but one sorted file beside the facts, a run. A key's row, where there is one,
-- goes before its run: it came by a small import or says what has become of a key since its run was written.
create table key_run (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  path text not null, -- below the folder of facts
  key_count bigint not null,
  written_at timestamptz not null,
  primary key (workspace_id, id)
);
call seal('key_run');

-- Which import brought how many of a run's keys, for which source.
create table key_run_part (
  workspace_id uuid not null references workspace(id),
  run_id uuid not null,
  source_number int not null,
  import_number bigint not null,
  key_count bigint not null,
  primary key (workspace_id, run_id, source_number, import_number),
  foreign key (workspace_id, run_id) references key_run (workspace_id, id),
  foreign key (workspace_id, source_number) references source (workspace_id, number),
  foreign key (workspace_id, import_number) references import (workspace_id, number)
);
call seal('key_run_part');

-- The import whose key in a run this row goes before; null when there is none.
alter table interaction_key add column shadows bigint;
