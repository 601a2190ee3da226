-- What an import brought of each of its sources: a request may name several.
alter table import_source
  add column accepted bigint not null default 0,
  add column corrected bigint not null default 0,
  add column repeated bigint not null default 0,
  add column refused bigint not null default 0;

update import_source s set accepted = i.accepted, corrected = i.corrected, repeated = i.repeated, refused = i.refused
from import i
where i.workspace_id = s.workspace_id and i.number = s.import_number
  and not exists (
    select 1 from import_source other
    where other.workspace_id = s.workspace_id and other.import_number = s.import_number and other.source_number <> s.source_number);

-- A saved mapping has a name of its own; it can be taken away and brought back.
alter table source_mapping
  add column id uuid not null default gen_random_uuid(),
  add column name text,
  add column former_name text, -- for undoing the last change of the name
  add column removed_at timestamptz,
  add unique (workspace_id, id);
