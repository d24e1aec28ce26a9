create function may(d draft, session text) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object(
		'offer', s.state = 'draft' and w.writes and d.edition > 0,
		'say', s.state = 'draft' and w.writes,
		'back', s.state = 'offered' and (w.writes or w.publishes),
		'publish', s.state = 'offered' and w.publishes,
		'is_own', s.state = 'offered' and h.role = 'writer',
		'drop', s.state in ('draft', 'offered') and w.writes,
		'ask', s.state = 'waiting' and (w.writes or w.publishes)
			and e.asked_by is null,
		'agree', s.state = 'waiting' and e.asked_by <> me.account
			and (w.writes or w.publishes),
		'again', s.state in ('conflict', 'failed') and w.writes,
		'reverse', s.state = 'done'
			and people.holds(may.session, 'policy.write'))
	from (select state_of(d) as state) s
	cross join (select who(may.session) as account) me
	left join hand h on h.draft = d.id and h.account = me.account
	cross join lateral (select
		people.holds(may.session, 'policy.write')
			and (h.role is distinct from 'publisher' or s.state = 'waiting') as writes,
		people.holds(may.session, 'policy.publish')
			and (h.role is distinct from 'writer' or s.state = 'waiting') as publishes) w
	left join ending e on e.draft = d.id and e.agreed is null and e.dropped is null;
$$;
comment on function may(draft, text) is 'What who is signed in can do with a draft now.';
