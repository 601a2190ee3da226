create table key_result (
  workspace_id uuid not null references workspace(id),
  id uuid not null,
  goal_id uuid not null,
  version int not null check (version >= 1), -- the newest in key_result_version
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id)
);
call seal('key_result');
create index key_result_of_goal on key_result (workspace_id, goal_id);

-- What a key result asks. There is no current value here: it is measured, see key_result_snapshot.
create table key_result_version (
  workspace_id uuid not null references workspace(id),
  key_result_id uuid not null,
  version int not null check (version >= 1),
  valid_from timestamptz not null,
  changed_by uuid not null,
  removed boolean not null,
  name text not null check (length(name) between 1 and 300),
  metric text,    -- null: people check in by hand
  statistic text,
  filter jsonb not null, -- dimension -> values
  unit_id uuid,
  type text not null check (type in ('increase', 'decrease', 'keep-above', 'keep-below', 'keep-within', 'threshold',
                                     'milestone', 'binary', 'cumulative')),
  -- in the metric's unit; durations in seconds. A null baseline is pooled from data, see key_result_baseline.
  baseline numeric,
  baseline_from date,
  baseline_to date,
  target numeric,
  target_low numeric,
  target_high numeric,
  change_percent numeric,
  duration boolean not null, -- baseline, target and values are seconds
  due date not null,
  weight numeric not null check (weight > 0),
  span text not null, -- over which days a reading is pooled: P4W, P1W, cycle
  primary key (workspace_id, key_result_id, version),
  check ((baseline_from is null) = (baseline_to is null)),
  check (num_nonnulls(target, target_low, change_percent) <= 1),
  check ((target_low is null) = (target_high is null)),
  foreign key (workspace_id, key_result_id) references key_result (workspace_id, id),
  foreign key (workspace_id, changed_by) references member (workspace_id, id),
  foreign key (workspace_id, unit_id) references unit (workspace_id, id)
);
call seal('key_result_version');
revoke update, delete on key_result_version from ${app};

-- The baseline that was pooled from data, and the target it made of a change in percent, once they hold: people agreed
-- on these numbers, so later data no longer moves them.
create table key_result_baseline (
  workspace_id uuid not null references workspace(id),
  key_result_id uuid not null,
  version int not null,
  value numeric not null,
  n bigint,
  from_day date not null,
  to_day date not null,
  target numeric,
  settled_at timestamptz not null,
  primary key (workspace_id, key_result_id, version),
  foreign key (workspace_id, key_result_id, version)
    references key_result_version (workspace_id, key_result_id, version)
);
call seal('key_result_baseline');
revoke update, delete on key_result_baseline from ${app};

create view key_result_now with (security_invoker = true) as
select k.workspace_id, k.id, k.goal_id, k.created_at,
       v.version, v.valid_from, v.changed_by, v.removed, v.name, v.metric, v.statistic, v.filter, v.unit_id, v.type,
       v.baseline, v.baseline_from, v.baseline_to, v.target, v.target_low, v.target_high, v.change_percent, v.duration,
       v.due, v.weight, v.span,
       b.value as settled_baseline, b.n as settled_n, b.from_day as settled_from, b.to_day as settled_to,
       b.target as settled_target, b.settled_at
from key_result k
join key_result_version v on v.workspace_id = k.workspace_id and v.key_result_id = k.id and v.version = k.version
left join key_result_baseline b
  on b.workspace_id = k.workspace_id and b.key_result_id = k.id and b.version = k.version;
grant select on key_result_now to ${app}, ${backup};
