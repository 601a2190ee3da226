-- A refusal that is taken back is kept: its call ends, and the one that follows asks the same again.
alter table goal_call
  add column follows uuid,
  add foreign key (workspace_id, follows) references goal_call (workspace_id, id) on delete cascade;
create unique index goal_call_follows on goal_call (workspace_id, follows) where follows is not null;
