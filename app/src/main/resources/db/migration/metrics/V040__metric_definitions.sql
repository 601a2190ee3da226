-- What the workspace's own metrics mean. A change is a new version; none is ever altered, because readings and closed
-- goals name the version they were made with. Shipped metrics are part of the program and carry their version there.
create table metric_definition (
  workspace_id uuid not null references workspace(id),
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 80),
  version int not null check (version >= 1),
  definition jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (workspace_id, key, version)
);
call seal('metric_definition');
