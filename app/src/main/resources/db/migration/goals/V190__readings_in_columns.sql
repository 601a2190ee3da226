-- What was seen, as columns like the rest: a list of goals reads thousands of them.
alter table key_result_snapshot
  add column seen text check (seen in ('measured', 'atLeast', 'tooFew', 'noData')),
  add column seen_low double precision,
  add column seen_high double precision,
  add column indicative boolean,
  add column still_open bigint,
  add column needed bigint;

-- Of all workspaces: a sealed table shows its owner none of them.
alter table key_result_snapshot no force row level security;
update key_result_snapshot set
  seen = reading->>'state',
  seen_low = (reading->>'low')::double precision,
  seen_high = (reading->>'high')::double precision,
  indicative = (reading->>'indicative')::boolean,
  still_open = (reading->>'open')::bigint,
  needed = (reading->>'needed')::bigint;
alter table key_result_snapshot force row level security;

alter table key_result_snapshot
  alter column seen set not null,
  drop column reading;
