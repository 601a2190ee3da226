-- Results of whole periods, for metrics whose days do not add up because they follow customers. All of it can be dropped:
-- a missing or stale period is computed again from the facts.

-- One period of one slice, with its integers by value of the dimension; a value that is null means that the facts carry
-- none, or that the slice is not cut.
create table period_result (
  workspace_id uuid not null references workspace(id),
  metric_key text not null,
  metric_version int not null,
  slice text not null,
  from_day date not null,
  to_day date not null,
  -- the sum of the touches (see touched_day) of all days the number looks at: they only grow, so a sum names one state
  state bigint not null,
  -- how far sources were known, where that lies before the end of what the number looks at; empty where it does not
  known text not null,
  -- the latest instant used (microseconds since 1970 UTC): it answers no question about an earlier moment
  latest_us bigint,
  kept_at timestamptz not null,
  value_of text[] not null,
  tallies bytea[] not null check (cardinality(tallies) = cardinality(value_of)),
  primary key (workspace_id, metric_key, metric_version, slice, from_day, to_day)
);
create index on period_result (workspace_id, kept_at);
call seal('period_result');

-- From which state of the facts such a metric was last announced as measured anew.
create table period_announced (
  workspace_id uuid not null references workspace(id),
  metric_key text not null,
  metric_version int not null,
  state bigint not null,
  primary key (workspace_id, metric_key, metric_version)
);
call seal('period_announced');
