-- null: the answer held a secret that is shown once; only that the request was done is kept
alter table one_effect alter column body drop not null;
