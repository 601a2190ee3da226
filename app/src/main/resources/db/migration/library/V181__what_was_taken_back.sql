-- An entry that a workspace took back, with every version of it as it stood in library_entry, so that it can be restored.
create table library_removal (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  code text not null check (length(code) between 1 and 64),
  at timestamptz not null,
  by_email text not null,
  versions jsonb not null,
  restored_at timestamptz,
  primary key (workspace_id, id)
);
call seal('library_removal');
create index library_removal_by_code on library_removal (workspace_id, code, at desc);
