-- The entries that a workspace changed, hid or added: every version is kept until the workspace
-- takes the whole entry back. What ships is data of the product.
create table library_entry (
  workspace_id uuid not null references workspace(id),
  code text not null check (length(code) between 1 and 64),
  version int not null check (version >= 1),
  at timestamptz not null,
  by_email text not null,
  hidden boolean not null,
  functions text[] not null,
  industries text[] not null,
  area_id uuid,
  statement text not null check (length(statement) between 1 and 2000),
  why text,
  result text not null check (length(result) between 1 and 200),
  metric text,
  statistic text,
  up boolean not null,
  band text not null check (band in ('percent', 'points')),
  low numeric not null check (low > 0),
  high numeric not null check (high >= low),
  process text not null check (length(process) between 1 and 2000),
  done text not null check (length(done) between 1 and 200),
  actions int not null check (actions between 1 and 10000),
  primary key (workspace_id, code, version),
  check ((metric is null) = (statistic is null)),
  foreign key (workspace_id, area_id) references area (workspace_id, id) on delete set null (area_id)
);
call seal('library_entry');
revoke update on library_entry from ${app};
