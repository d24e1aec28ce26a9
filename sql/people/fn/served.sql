create function served(since timestamptz)
returns table (account uuid, resident uuid, at timestamptz)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select l.made_by, l.resident, l.made from letter l
	where l.made >= served.since and l.made_by is not null
	union all
	select p.printed_by, p.resident, p.printed from paper p
	where p.printed >= served.since and p.printed_by is not null
	union all
	select c.answered_by, a.resident, c.answered
	from correction c join account a on a.id = c.account
	where c.answered >= served.since
	union all
	select m.given_by, r.id, m.given
	from mandate m cross join lateral (values (m.actor), (m.on_behalf)) r(id)
	where m.given >= served.since and m.given_by is not null;
$$;
comment on function served(timestamptz) is
	'For other features: what civil servants did for residents since then: letters, answers, mandates.';
