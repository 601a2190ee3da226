-- Who did what, through what, before and after. Written in the transaction of the change, never touched again.
create table audit (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  at timestamptz not null,
  member uuid,                 -- null: the server itself
  through text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  before jsonb,
  after jsonb,
  primary key (workspace_id, id)
);
create index audit_of_object on audit (workspace_id, object_kind, object_id, id);
call seal('audit');
revoke update, delete on audit from ${app};
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit rows are never changed';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function audit_is_append_only();

-- What has to happen after a commit, at least once.
create table outbox (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null,
  subject text not null,
  payload jsonb not null,
  published_at timestamptz not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  trouble text,                -- why the last attempt failed
  dead_at timestamptz,         -- given up; stays until somebody looks
  primary key (workspace_id, id)
);
create index outbox_due on outbox (workspace_id, due_at) where dead_at is null;
call seal('outbox');
create policy due_for_jobs on outbox for select to current_user using (true);
create function workspaces_with_due_work() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct workspace_id from outbox where dead_at is null and due_at <= now()
$$;
revoke all on function workspaces_with_due_work() from public;
grant execute on function workspaces_with_due_work() to ${app};

-- The answer a repeated request gets instead of a second effect.
create table one_effect (
  workspace_id uuid not null references workspace (id),
  actor text not null,
  key text not null,
  request text not null,       -- method and path
  fingerprint bytea not null,  -- of method, path, query and body
  status int not null,
  headers jsonb not null,
  body bytea not null,
  at timestamptz not null,
  primary key (workspace_id, actor, key)
);
create index one_effect_age on one_effect (workspace_id, at);
call seal('one_effect');
