-- Entries of the library are things of the demonstration too.
alter table demonstration_thing drop constraint demonstration_thing_kind_check;
alter table demonstration_thing add check (kind in ('unit', 'member', 'cycle', 'metric', 'goal', 'import', 'library-entry'));

-- With a person of the demonstration go the guides they began and the hours they have; a guide that became a goal which
-- goes is a guide on its way again. Nobody else deletes people, goals, key results or guides.
alter table guide drop constraint guide_workspace_id_author_fkey,
  add foreign key (workspace_id, author) references member (workspace_id, id) on delete cascade;
alter table guide_answer drop constraint guide_answer_workspace_id_guide_id_fkey,
  add foreign key (workspace_id, guide_id) references guide (workspace_id, id) on delete cascade;
alter table guide_turn drop constraint guide_turn_workspace_id_guide_id_fkey,
  drop constraint guide_turn_workspace_id_goal_id_fkey,
  drop constraint guide_turn_workspace_id_key_result_id_fkey,
  add foreign key (workspace_id, guide_id) references guide (workspace_id, id) on delete cascade,
  add foreign key (workspace_id, goal_id) references goal (workspace_id, id) on delete cascade,
  add foreign key (workspace_id, key_result_id) references key_result (workspace_id, id) on delete cascade;
alter table member_hours drop constraint member_hours_workspace_id_member_fkey,
  add foreign key (workspace_id, member) references member (workspace_id, id) on delete cascade;
revoke delete on member, key_result, guide from ${app};

-- Who refused a call, and who said the hours of somebody, are named by what stays.
alter view demonstration_tie rename to demonstration_tie_without_refusals;
create view demonstration_tie with (security_invoker = true) as
select workspace_id, kind, id, needs, needed from demonstration_tie_without_refusals
union
select workspace_id, 'goal', goal_id::text, 'member', refused_by::text from goal_call where refused_by is not null
union
select workspace_id, 'member', member::text, 'member', by_member::text from member_hours;
grant select on demonstration_tie to ${app}, ${backup};

-- Whoever refused a call under a goal, or took it into the guide, has taken it further.
alter view demonstration_touched rename to demonstration_touched_without_refusals;
create view demonstration_touched with (security_invoker = true) as
select workspace_id, goal from demonstration_touched_without_refusals
union
select t.workspace_id, t.id
from demonstration d
join demonstration_thing t on t.workspace_id = d.workspace_id and t.kind = 'goal'
join (
  select workspace_id, goal_id, refused_at as at from goal_call
  union all
  select workspace_id, goal_id, at from guide_turn) done
  on done.workspace_id = t.workspace_id and done.goal_id::text = t.id and done.at > d.loaded_at;
grant select on demonstration_touched to ${app}, ${backup};
