-- Where a number that people tell comes from, and what a check-in keeps of it: who read the report, how the votes fell.
alter table key_result_version
  add column evidence jsonb check (evidence is null or metric is null);
alter table check_in
  add column read_by text,
  add column votes int[] check (0 <= all (votes) and cardinality(votes) in (2, 5));
