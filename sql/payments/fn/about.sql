create function about(account uuid, resident uuid) returns json
language sql stable
security definer set search_path = payments, ext, pg_temp
as $$
	select json_build_object(
		'payments.claim', (select coalesce(json_agg(json_build_object(
				'number', s.number, 'for', s.text ->> 'nl', 'amount', euros(s.cents),
				'due', s.due, 'made', s.made, 'state', s.state,
				'ended', s.ended) order by s.made), '[]')
			from standing(claims_of(about.resident)) s),
		'payments.account', (select coalesce(json_agg(case
				when a.resident = about.resident then json_build_object(
					'iban', a.iban, 'source', a.source, 'since', a.since,
					'until', a.until)
				else json_build_object('since', a.since) end
				order by a.since), '[]')
			from account a where a.resident = about.resident
			or a.actor = about.account),
		'payments.payment', (select coalesce(json_agg(case
				when c.resident = about.resident then json_build_object(
					'number', p.reference, 'name', p.name, 'iban', p.iban,
					'address', p.address, 'for', p.text, 'amount', euros(p.cents),
					'made', p.made, 'outcome', p.outcome,
					'reason', p.reason, 'told', p.told)
				else json_build_object('number', p.reference,
					'told', p.told) end order by p.made), '[]')
			from payment p join claim c on c.number = p.claim
			where c.resident = about.resident or p.told_by = about.account),
		'payments.file', (select coalesce(json_agg(json_build_object(
				'number', f.message, 'prepared', f.prepared,
				'released', f.released, 'cancelled', f.cancelled)
				order by f.id), '[]')
			from file f where about.account in (f.prepared_by, f.released_by,
				f.cancelled_by)),
		'payments.answer', (select coalesce(json_agg(json_build_object(
				'number', n.message, 'read', n.read) order by n.id), '[]')
			from answer n where n.read_by = about.account));
$$;
comment on function about(uuid, uuid) is
	'Accounts and payments of somebody; of a civil servant what they did for others, without whose account it is.';
