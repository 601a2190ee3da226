-- Day results of a metric, so that a reading adds up days instead of reading every fact again. All of it can be dropped:
-- a missing or stale day is computed again from the facts.

-- The touch (see touched_day) from which the partials of one day were made, for one metric and one slice: '' for the
-- total, 'by channel' for one row per channel, 'by unit where channel in ["email"]' and the like for what somebody asked.
-- Stale when touched_day has moved on.
create table partial_day (
  workspace_id uuid not null references workspace(id),
  metric_key text not null,
  metric_version int not null,
  slice text not null,
  day date not null,
  touch bigint not null,
  -- the latest instant that these partials used (microseconds since 1970 UTC): they answer no question about an earlier
  -- moment; null when the day turned out to hold nothing of this metric
  latest_us bigint,
  primary key (workspace_id, metric_key, metric_version, slice, day)
);
call seal('partial_day');

-- The integers of one day and one value of the dimension the slice is cut by; a null value means that the facts carry
-- none, or that the slice is not cut.
create table partial (
  workspace_id uuid not null references workspace(id),
  metric_key text not null,
  metric_version int not null,
  slice text not null,
  day date not null,
  slot int not null,
  value text,
  tally bytea not null,
  primary key (workspace_id, metric_key, metric_version, slice, day, slot),
  foreign key (workspace_id, metric_key, metric_version, slice, day)
    references partial_day (workspace_id, metric_key, metric_version, slice, day) on delete cascade
);
call seal('partial');
