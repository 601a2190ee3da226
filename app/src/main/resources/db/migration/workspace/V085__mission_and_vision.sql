-- What the organisation is for, and where it wants to be; empty until somebody says it.
alter table workspace
  add column mission text not null default '' check (length(mission) <= 1000),
  add column vision text not null default '' check (length(vision) <= 1000);
