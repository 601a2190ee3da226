-- How many hours a week somebody has for goals; said anew, not overwritten. Nobody has said: there is no row.
create table member_hours (
  workspace_id uuid not null references workspace(id),
  member uuid not null,
  version int not null check (version >= 1),
  hours numeric not null check (hours between 0 and 168),
  at timestamptz not null,
  by_member uuid not null,
  primary key (workspace_id, member, version),
  foreign key (workspace_id, member) references member (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
call seal('member_hours');
revoke update, delete on member_hours from ${app};
