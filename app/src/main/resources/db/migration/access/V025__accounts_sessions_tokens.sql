-- Sign-in happens before a workspace is known, and one person may be a member of several. These
-- three tables therefore belong to no workspace: who can sign in, which browsers are signed in, and
-- how often somebody tried. They say nothing about any organisation; what an account may see is
-- decided by the rows of member, which are sealed.
create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password text not null, -- Argon2id with its parameters and salt
  made_at timestamptz not null,
  password_changed_at timestamptz not null
);
grant select, insert, update on account to ${app};
grant select on account to ${backup};

create table session (
  id uuid primary key,
  hash bytea not null unique check (length(hash) = 32), -- SHA-256 of the cookie
  account_id uuid not null references account (id),
  entered uuid references workspace (id), -- the workspace it looks at; null until one is chosen
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_of_account on session (account_id);
create index session_entered on session (entered);
grant select, insert, update, delete on session to ${app};
grant select on session to ${backup};

-- Failed tries to sign in per account and per address, existing or not; see SignIn for the bounds.
create table sign_in_tries (
  subject bytea primary key check (length(subject) = 32), -- SHA-256 of what is counted
  tries int not null,
  since timestamptz not null
);
create index sign_in_tries_age on sign_in_tries (since);
grant select, insert, update, delete on sign_in_tries to ${app};
grant select on sign_in_tries to ${backup};

alter table member add foreign key (account_id) references account (id);

create table api_token (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  member_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  role text not null check (role in ('owner', 'lead', 'member', 'viewer')),
  hash bytea not null check (length(hash) = 32), -- SHA-256 of the token
  beginning text not null, -- the first characters, to tell tokens apart
  made_at timestamptz not null,
  expires_at timestamptz,
  used_on date, -- the last UTC day it was used
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create unique index api_token_hash on api_token (workspace_id, hash);
create index api_token_any_hash on api_token (hash);
create index api_token_member on api_token (workspace_id, member_id);
call seal('api_token');

-- The link by which an invited person joins; a new one takes the place of the older ones.
create table invitation (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  member_id uuid not null,
  hash bytea not null check (length(hash) = 32), -- SHA-256 of the link's secret
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create unique index invitation_hash on invitation (workspace_id, hash);
create index invitation_any_hash on invitation (hash);
create index invitation_member on invitation (workspace_id, member_id);
call seal('invitation');

-- The doors: the only four questions that are asked before the workspace is known. Each runs as the
-- tables' owner, takes a hash that only its holder can know or an account that has signed in, and
-- answers with nothing but what the door leads to.
create policy doors on member for select to current_user using (true);
create policy doors on api_token for select to current_user using (true);
create policy doors on invitation for select to current_user using (true);

create function door_of_token(token_hash bytea, at timestamptz)
returns table (workspace_id uuid, token_id uuid, member_id uuid, email text, member_role text,
               token_role text, used_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.workspace_id, t.id, m.id, m.email, m.role, t.role, t.used_on
  from api_token t
  join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
  where t.hash = token_hash
    and t.revoked_at is null
    and (t.expires_at is null or t.expires_at > at)
    and m.left_at is null
$$;

create function door_of_session(session_hash bytea, at timestamptz)
returns table (session_id uuid, account_id uuid, seen_at timestamptz, workspace_id uuid,
               member_id uuid, email text, member_role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.account_id, s.seen_at, m.workspace_id, m.id, a.email, m.role
  from session s
  join account a on a.id = s.account_id
  left join member m on m.workspace_id = s.entered and m.account_id = s.account_id
                    and m.left_at is null
  where s.hash = session_hash and s.ended_at is null and s.expires_at > at
$$;

create function doors_of_account(account uuid)
returns table (workspace_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.name
  from member m
  join workspace w on w.id = m.workspace_id
  where m.account_id = account and m.left_at is null
  order by lower(w.name), w.id
$$;

create function door_of_invitation(secret_hash bytea, at timestamptz)
returns table (workspace_id uuid, invitation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.workspace_id, i.id
  from invitation i
  where i.hash = secret_hash and i.used_at is null and i.expires_at > at
$$;

revoke all on function door_of_token(bytea, timestamptz), door_of_session(bytea, timestamptz),
  doors_of_account(uuid), door_of_invitation(bytea, timestamptz) from public;
grant execute on function door_of_token(bytea, timestamptz), door_of_session(bytea, timestamptz),
  doors_of_account(uuid), door_of_invitation(bytea, timestamptz) to ${app};
