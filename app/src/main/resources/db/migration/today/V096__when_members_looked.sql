-- When a member last looked at Today, and when they had looked before that: what happened since is news to them until
-- they come back another time. Nobody else is told.
create table member_look (
  workspace_id uuid not null references workspace(id),
  member_id uuid not null,
  news_since timestamptz not null,
  looked_at timestamptz not null check (looked_at >= news_since),
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
call seal('member_look');
