create function tell(resident uuid, template text, data jsonb) returns void
language sql
set search_path = payments, ext, pg_temp
as $$
	select people.message_put(p.account, null, template,
		data || jsonb_build_object('resident', tell.resident, 'lang', p.lang,
			'path', (select mount from belfort.feature where name = 'payments')))
	from people.payee(tell.resident) p;
$$;
comment on function tell(uuid, text, jsonb) is
	'Tells a resident something of their payments, with the way to their page.';
