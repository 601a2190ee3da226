-- A company, department or team: what about it never changes.
create table unit (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  number int not null check (number > 0),
  primary key (workspace_id, id),
  unique (workspace_id, number)
);
call seal('unit');

-- Every code a unit ever had. A code is never given to another unit, so that old data still finds its own.
create table unit_code (
  workspace_id uuid not null references workspace (id),
  key text not null check (key = lower(key)),
  unit_id uuid not null,
  primary key (workspace_id, key),
  foreign key (workspace_id, unit_id) references unit (workspace_id, id)
);
call seal('unit_code');

-- How a unit stood from a day on. Of the versions that began on or before a day, the latest to begin
-- holds on that day; of two that began on the same day, the later version. Rows are only ever added.
create table unit_version (
  workspace_id uuid not null references workspace (id),
  unit_id uuid not null,
  version int not null check (version > 0),
  valid_from date not null, -- 0001-01-01: since always
  code text not null check (length(code) between 1 and 64),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('company', 'department', 'team')),
  parent_id uuid check (parent_id <> unit_id),
  closed_from date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (workspace_id, unit_id, version),
  foreign key (workspace_id, unit_id) references unit (workspace_id, id),
  foreign key (workspace_id, parent_id) references unit (workspace_id, id)
);
call seal('unit_version');
revoke update, delete on unit_version from ${app};

-- A person in a workspace. account_id is set once the person has accepted the invitation; an owner made
-- by a bootstrap token has none.
create table member (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  account_id uuid,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  role text not null check (role in ('owner', 'lead', 'member', 'viewer')),
  joined_at timestamptz,
  left_at timestamptz,
  left_by uuid,
  version int not null default 1,
  primary key (workspace_id, id),
  check (account_id is null or joined_at is not null)
);
create unique index member_email on member (workspace_id, email);
create unique index member_account on member (workspace_id, account_id);
call seal('member');

create table member_unit (
  workspace_id uuid not null references workspace (id),
  member_id uuid not null,
  unit_id uuid not null,
  primary key (workspace_id, member_id, unit_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, unit_id) references unit (workspace_id, id)
);
create index member_unit_unit on member_unit (workspace_id, unit_id);
call seal('member_unit');
