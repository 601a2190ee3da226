-- A file that has been uploaded by page and waits for a person to say how it is to be understood.
create table pending_upload (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  file_name text not null,
  bytes bigint not null,
  sha256 text not null,
  mapping jsonb, -- as corrected so far; null while it is as proposed
  arrived_at timestamptz not null,
  primary key (workspace_id, id)
);
call seal('pending_upload');
