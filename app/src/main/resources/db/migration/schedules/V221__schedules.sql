-- When a unit works, from a day on until its next schedule begins. An interaction is timed by the schedule that was valid when
-- it started: new hours are a new row, and changing a row corrects what was said wrongly.
create table schedule (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  number int not null check (number > 0), -- permanent: what is still open names its clock by it
  unit_id uuid, -- null: for everything that has no schedule of its own
  valid_from date not null,
  zone text not null check (length(zone) between 1 and 64),
  week jsonb not null, -- {"monday": [{"from": "09:00", "to": "17:00"}], ...} in local time
  holidays text check (length(holidays) between 2 and 16), -- calendar of public holidays, such as gb-eng; null: none
  closed jsonb not null default '[]', -- own days: [{"day": "2026-12-24", "name": "..."}]
  version int not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  unique nulls not distinct (workspace_id, unit_id, valid_from),
  -- units are closed, not deleted; only an example that is removed takes its units along, and their hours with them
  foreign key (workspace_id, unit_id) references unit (workspace_id, id) on delete cascade
);
call seal('schedule');
