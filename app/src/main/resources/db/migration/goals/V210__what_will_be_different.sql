-- What people say will be different, where history alone does not get there: {"what": text, "worth": number in the
-- metric's unit, towards the target}. What it is worth makes a second chance, beside the one if nothing changes.
alter table key_result_version
  add column different jsonb;
