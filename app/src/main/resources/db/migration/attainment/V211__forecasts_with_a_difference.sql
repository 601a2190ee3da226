-- The chance with what people said will be different, said in the same moment as the chance if nothing changes.
alter table forecast
  add column with_difference double precision check (with_difference between 0 and 1);
