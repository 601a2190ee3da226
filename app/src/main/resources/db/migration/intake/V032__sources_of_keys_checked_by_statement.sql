-- A million keys of one file name the same few sources. A foreign key looks its source up for each row, which cost more
-- than writing the rows; this looks each source up once for each statement. The guarantee is the same:
--   * a key comes in only with a source of its workspace (the trigger), and the source's own foreign key vouches for
--     the workspace;
--   * it keeps that source, because the columns that make up the key cannot be updated;
--   * the source stays, because sources cannot be deleted or renumbered.
alter table interaction_key drop constraint interaction_key_workspace_id_source_number_fkey;
alter table interaction_key drop constraint interaction_key_workspace_id_fkey;

create function key_names_known_source() returns trigger
language plpgsql as $$
declare
  stray int;
begin
  select k.source_number into stray
  from (select distinct workspace_id, source_number from arrived) k
  where not exists (select 1 from source s where s.workspace_id = k.workspace_id and s.number = k.source_number)
  limit 1;
  if found then
    raise foreign_key_violation using message = format('a key names source %s, which its workspace does not have', stray);
  end if;
  return null;
end $$;
create trigger known_source after insert on interaction_key
  referencing new table as arrived for each statement execute function key_names_known_source();

revoke update on interaction_key from ${app};
grant update (file_day, revision, seen_revision, content_high, content_low, import_number,
  started_day, responded_day, finished_day, reopened_day, due_day) on interaction_key to ${app};
revoke update, delete on source from ${app};
