create function account_page(session text, lang text) returns json
language sql stable
security definer set search_path = payments, ext, pg_temp
as $$
	select json_build_object('known', p.name is not null, 'name', p.name,
		'now', (select account_row(a, p.account) from account a
			where a.resident = w.on_behalf_of and a.until is null),
		'register', iban_masked(p.iban),
		'has_before', exists (select from account a
			where a.resident = w.on_behalf_of and a.until is not null),
		'before', (select json_agg(account_row(a, p.account) order by a.until desc)
			from account a
			where a.resident = w.on_behalf_of and a.until is not null),
		'refused', exists (select from standing(claims_of(w.on_behalf_of)) s
			join reason r on r.code = s.reason where s.state = 'refused' and r.theirs),
		'waiting', exists (select from standing(claims_of(w.on_behalf_of)) s
			where s.state = 'waiting_account'),
		'rows', (select json_agg(jsonb_build_object('number', s.number,
				'for', in_language(s.text, account_page.lang), 'cents', s.cents,
				'due', s.due, 'is_' || s.state, true, 'ended', s.ended,
				'code', people.reference_shown(s.code), 'partner', (select t.called
					from partner t where t.name = s.partner),
				'why', case when s.state = 'refused' then (select
					in_language(r.text, account_page.lang) from reason r
					where r.code = s.reason) end)
				order by s.made desc, s.number)
			from standing(claims_of(w.on_behalf_of)) s))
	from people.acting_as(account_page.session) w
	left join people.payee(w.on_behalf_of) p on true;
$$;
comment on function account_page(text, text) is
	'On which account somebody is paid, and what the city pays them; of whom they act for.';
