-- Small numbers that facts carry instead of texts, given out in blocks.
create table intake_number (
  workspace_id uuid not null references workspace(id),
  what text not null,
  next bigint not null,
  primary key (workspace_id, what)
);
call seal('intake_number');

-- Where interactions come from.
create table source (
  workspace_id uuid not null references workspace(id),
  number int not null,
  code text not null,
  created_at timestamptz not null,
  primary key (workspace_id, number),
  unique (workspace_id, code)
);
call seal('source');

-- How the files of a source were last understood; proposed again for a file with the same header.
create table source_mapping (
  workspace_id uuid not null references workspace(id),
  source_number int not null,
  mapping jsonb not null,
  header text[] not null,
  version int not null default 1,
  saved_at timestamptz not null,
  primary key (workspace_id, source_number),
  foreign key (workspace_id, source_number) references source (workspace_id, number)
);
call seal('source_mapping');

-- One arrival: a file, a replay of lines refused before, or a request with interactions.
create table import (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  number bigint not null,
  origin text not null check (origin in ('file', 'replay', 'request')),
  source_number int,
  file_name text,
  file_bytes bigint,
  sha256 text,
  mapping jsonb,
  mapping_hash text,
  layout jsonb, -- header and punctuation of the file, to read its refused lines again
  state text not null check (state in ('running', 'done', 'failed')),
  trouble text,
  lines bigint not null default 0,
  accepted bigint not null default 0,
  corrected bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  skipped bigint not null default 0,
  rounded_weights bigint not null default 0,
  ambiguous_times bigint not null default 0,
  tolerated bigint not null default 0,
  known_at timestamptz not null, -- the moment of which the file tells: until then its sources are known
  arrived_at timestamptz not null,
  arrived_by uuid,
  finished_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  replay_of uuid,
  same_as uuid, -- the import that had brought the same file with the same mapping
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, source_number) references source (workspace_id, number),
  foreign key (workspace_id, replay_of) references import (workspace_id, id),
  foreign key (workspace_id, same_as) references import (workspace_id, id)
);
create index import_by_file on import (workspace_id, sha256, mapping_hash);
call seal('import');

-- Until when an import says its sources are known.
create table import_source (
  workspace_id uuid not null references workspace(id),
  import_number bigint not null,
  source_number int not null,
  known_us bigint not null,
  primary key (workspace_id, import_number, source_number),
  foreign key (workspace_id, import_number) references import (workspace_id, number),
  foreign key (workspace_id, source_number) references source (workspace_id, number)
);
call seal('import_source');

-- A line that was not taken, with what was wrong with it.
create table refusal (
  workspace_id uuid not null references workspace(id),
  import_id uuid not null,
  line bigint not null,
  part int not null, -- which row of the mapping; 0 when there is one
  original text not null,
  item_id text,
  field text not null,
  reason text not null,
  edited text, -- the line as corrected by hand, to be replayed
  replayed_by uuid, -- the import that took it up again
  primary key (workspace_id, import_id, line, part),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
call seal('refusal');

-- What is held of each (source, id): the version that counts, and the days it touches.
create table interaction_key (
  workspace_id uuid not null references workspace(id),
  source_number int not null,
  item_id text not null,
  key_no bigint not null,
  file_day date not null,
  revision bigint not null,
  seen_revision bigint not null, -- the highest revision that arrived, repeats included
  content_high bigint not null,
  content_low bigint not null,
  import_number bigint not null,
  started_day date not null,
  responded_day date,
  finished_day date,
  reopened_day date,
  due_day date,
  primary key (workspace_id, source_number, item_id),
  foreign key (workspace_id, source_number) references source (workspace_id, number)
);
call seal('interaction_key');

-- Versions that a later import corrected: they come back when that import is withdrawn.
create table superseded_key (
  workspace_id uuid not null references workspace(id),
  key_no bigint not null,
  revision bigint not null,
  seen_revision bigint not null,
  import_number bigint not null,
  file_day date not null,
  content_high bigint not null,
  content_low bigint not null,
  started_day date not null,
  responded_day date,
  finished_day date,
  reopened_day date,
  due_day date,
  primary key (workspace_id, key_no, import_number, revision)
);
call seal('superseded_key');

-- The only place where a customer's own name for themselves is kept; facts carry the number.
create table customer (
  workspace_id uuid not null references workspace(id),
  number bigint not null,
  code text not null,
  primary key (workspace_id, number),
  unique (workspace_id, code)
);
call seal('customer');

-- The manifest: which files of facts count, and what has to be known of each without opening it.
create table fact_file (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  file_day date not null,
  path text not null, -- below the folder of facts
  row_count bigint not null,
  unique_keys boolean not null,
  imports bigint[] not null,
  max_instant_us bigint not null,
  min_started_us bigint, max_started_us bigint,
  min_responded_us bigint, max_responded_us bigint,
  min_finished_us bigint, max_finished_us bigint,
  min_reopened_us bigint, max_reopened_us bigint,
  min_due_us bigint, max_due_us bigint,
  written_at timestamptz not null,
  primary key (workspace_id, id)
);
create index fact_file_by_day on fact_file (workspace_id, file_day);
call seal('fact_file');

-- Which state each local day is in: touch grows with every batch that changes an item with that anchor on that day.
create table touched_day (
  workspace_id uuid not null references workspace(id),
  anchor text not null check (anchor in ('STARTED', 'RESPONDED', 'FINISHED', 'REOPENED', 'DUE')),
  day date not null,
  touch bigint not null,
  primary key (workspace_id, anchor, day)
);
call seal('touched_day');
