create function desk(session text, lang text) returns json
language sql stable
security definer set search_path = payments, ext, pg_temp
as $$
	with open as (select * from standing(claims_open()))
	select json_build_object('books', books(), 'today', current_date,
		'may_prepare', people.holds(desk.session, 'payments.prepare'),
		'balanced', (books() ->> 'difference')::bigint = 0,
		'groups', (select json_agg(json_build_object('what',
				coalesce(g.partner, 'geld'), 'partner', p.called,
				'count', g.count, 'cents', g.cents, 'first', g.first,
				'last', due_most(case when g.partner is null
					then 'transfer' else 'order' end))
				order by p.position nulls first)
			from (select s.partner, count(*) as count, sum(s.cents) as cents,
					min(s.due) as first
				from open s where s.state = 'ready' group by s.partner) g
			left join partner p on p.name = g.partner),
		'waiting', (select count(*) from open s
			where s.state = 'waiting_account'),
		'has_refused', exists (select from open s where s.state = 'refused'),
		'refused', (select json_agg(json_build_object('number', s.number,
				'cents', s.cents, 'at', s.refused, 'code', s.reason,
				'theirs', r.theirs, 'why', in_language(r.text, desk.lang))
				order by s.refused)
			from open s left join reason r on r.code = s.reason
			where s.state = 'refused'),
		'files', (select json_agg(file_row(f) order by f.id desc)
			from (select * from file t order by t.id desc limit 100) f));
$$;
comment on function desk(text, text) is
	'What is ready, what waits, what the bank refused, and the last hundred files. Nobody''s name.';
