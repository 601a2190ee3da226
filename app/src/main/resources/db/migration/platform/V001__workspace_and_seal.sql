-- A sealed table shows a transaction only the rows of its workspace, to its owner as well.
create procedure seal(table_name text, workspace_column text default 'workspace_id')
language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy own_workspace on %I
       using (%I = nullif(current_setting(''waymark.workspace'', true), '''')::uuid)
       with check (%I = nullif(current_setting(''waymark.workspace'', true), '''')::uuid)',
    table_name, workspace_column, workspace_column);
  execute format('grant select, insert, update, delete on %I to ${app}', table_name);
  execute format('grant select on %I to ${backup}', table_name);
end $$;

-- The world of one organisation.
create table workspace (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  zone text not null,
  week_start smallint not null default 1 check (week_start between 1 and 7), -- ISO: 1 is Monday
  created_at timestamptz not null default now()
);
call seal('workspace', 'id');

-- Jobs visit the workspaces in turn: they may know the ids, nothing else.
create policy ids_for_jobs on workspace for select to current_user using (true);
create function every_workspace() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from workspace order by created_at, id
$$;
revoke all on function every_workspace() from public;
grant execute on function every_workspace() to ${app};
