alter table workspace
  add column fiscal_year_start smallint not null default 1 check (fiscal_year_start between 1 and 12),
  add column locale text not null default 'en',
  add column version int not null default 1;

-- A named period in which goals run; a cycle lies within its parent (checked under the workspace's lock).
create table cycle (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  code text not null check (length(code) between 1 and 64),
  name text not null check (length(name) between 1 and 200),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  within_id uuid check (within_id <> id),
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, within_id) references cycle (workspace_id, id)
);
create unique index cycle_code on cycle (workspace_id, lower(code));
create index cycle_within on cycle (workspace_id, within_id);
call seal('cycle');

-- What a goal can be about; both shipped catalogues are rows of each workspace, which may edit its own.
create table area (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  code text not null check (length(code) between 1 and 64),
  name text not null check (length(name) between 1 and 200),
  within_id uuid check (within_id <> id),
  catalogue text not null check (catalogue in ('hot-spots', 'cx-functions', 'own')),
  version int not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, within_id) references area (workspace_id, id)
);
create unique index area_code on area (workspace_id, lower(code));
create index area_within on area (workspace_id, within_id);
call seal('area');
