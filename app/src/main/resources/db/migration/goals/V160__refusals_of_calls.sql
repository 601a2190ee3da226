-- A unit that is asked to propose something may say that it will not, and why. Whoever asked reads it.
alter table goal_call
  add column refused_at timestamptz,
  add column refused_by uuid,
  add column refusal text check (length(refusal) between 1 and 10000),
  add column refusal_read_at timestamptz,
  add check ((refused_at is null) = (refused_by is null) and (refused_at is null) = (refusal is null)),
  add check (refusal_read_at is null or refused_at is not null),
  add foreign key (workspace_id, refused_by) references member (workspace_id, id);
