-- What a goal takes and where its course is written down; and why it stands although the coach finds nothing measurable in it.
alter table goal_version
  add column hours_per_week numeric check (hours_per_week between 0 and 1000),
  add column resources text,
  add column recorded_in text,
  add column overruled text;
