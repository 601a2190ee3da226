-- A goal is shown to everyone while it is proposed, committed to or has started. A draft that was withdrawn was shown to
-- nobody but those it concerns, and stays so; its state alone does not tell.
create or replace view goal_now with (security_invoker = true) as
select g.workspace_id, g.id, g.version, g.author, g.created_at,
       v.valid_from, v.changed_by, v.statement, v.why, v.strategy, v.kind, v.area_id, v.cycle_id, v.unit_id, v.person,
       v.owner, v.contributes_to, v.drives, v.ambition, v.review_on,
       said.asked, said.answered, said.agree, said.concern, said.cannot_support,
       said.reached as agreement_reached,
       case
         when acts.withdrawn then 'withdrawn'
         when acts.closed_at is not null then 'closed'
         when acts.started_at is not null then 'running'
         when acts.committed or (acts.proposed and said.reached) then 'agreed'
         when acts.proposed then 'proposed'
         else 'draft'
       end as state,
       said.objections, v.review_every, acts.started_at, acts.closed_at,
       acts.proposed or acts.committed or acts.started_at is not null as shown
from goal g
join goal_version v on v.workspace_id = g.workspace_id and v.goal_id = g.id and v.version = g.version
cross join lateral (
  select coalesce(bool_or(verb = 'withdrawal'), false) as withdrawn,
         max(at) filter (where verb = 'closure') as closed_at,
         max(at) filter (where verb = 'start') as started_at,
         coalesce(bool_or(verb = 'commitment'), false) as committed,
         coalesce(bool_or(verb = 'proposal'), false) as proposed
  from goal_act a
  where a.workspace_id = g.workspace_id and a.goal_id = g.id and a.taken_back_at is null) acts
cross join lateral (
  select c.*, c.asked > 0 and c.answered = c.asked and c.objections = 0 and 5 * (c.agree + c.concern) >= 4 * c.answered as reached
  from (
    select count(*)::int as asked,
           count(s.answer)::int as answered,
           count(*) filter (where s.answer = 'agree')::int as agree,
           count(*) filter (where s.answer = 'concern')::int as concern,
           count(*) filter (where s.answer = 'cannot-support')::int as cannot_support,
           count(*) filter (where s.objects)::int as objections
    from goal_said s
    where s.workspace_id = g.workspace_id and s.goal_id = g.id) c) said;
