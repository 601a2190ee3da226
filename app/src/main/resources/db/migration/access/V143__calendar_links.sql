-- The address of a member's calendar: whoever knows it reads when that member's goals are looked at, and nothing else.
create table calendar_link (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  member_id uuid not null,
  hash bytea not null check (length(hash) = 32), -- SHA-256 of the secret in the address
  made_at timestamptz not null,
  fetched_on date, -- the last UTC day it was fetched
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (workspace_id, id),
  check ((revoked_at is null) = (revoked_by is null)),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create unique index calendar_link_hash on calendar_link (workspace_id, hash);
create index calendar_link_any_hash on calendar_link (hash);
create unique index calendar_link_in_force on calendar_link (workspace_id, member_id) where revoked_at is null;
call seal('calendar_link');

-- One more door: asked before the workspace is known, it takes a hash that only its holder can know. An unknown address,
-- a revoked one and that of somebody who left are answered alike.
create policy doors on calendar_link for select to current_user using (true);

create function door_of_calendar(secret_hash bytea)
returns table (workspace_id uuid, link_id uuid, member_id uuid, email text, fetched_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.workspace_id, c.id, m.id, m.email, c.fetched_on
  from calendar_link c
  join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
  where c.hash = secret_hash and c.revoked_at is null and m.left_at is null
$$;
revoke all on function door_of_calendar(bytea) from public;
grant execute on function door_of_calendar(bytea) to ${app};
