-- What others told since one last looked.
create index check_in_by_time on check_in (workspace_id, at) where taken_back_at is null;
