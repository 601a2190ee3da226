-- An entry of the library that was made for a demonstration goes with it, unless somebody has changed it. Not as people
-- take an entry back: of that a trace stays, so that it can be restored. Runs as clear_demonstration does.
create function clear_demonstration_library() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant uuid := nullif(current_setting('waymark.workspace', true), '')::uuid;
begin
  if not exists (select 1 from demonstration where workspace_id = here and state = 'removing') then
    raise exception 'no demonstration is being removed here';
  end if;
  delete from library_entry e
  using demonstration_thing t
  where e.workspace_id = here and t.workspace_id = here and t.kind = 'library-entry' and t.id = e.code
    and not exists (
      select 1 from library_entry changed
      where changed.workspace_id = here and changed.code = e.code and changed.version > 1);
end $$;
revoke all on function clear_demonstration_library() from public;
grant execute on function clear_demonstration_library() to ${app};
