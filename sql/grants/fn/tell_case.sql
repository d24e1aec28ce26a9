create function tell_case(resident uuid, template text, data jsonb) returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	select people.message_put(p.account, null, template, data
		|| jsonb_build_object('resident', tell_case.resident, 'lang', p.lang))
	from people.payee(tell_case.resident) p;
$$;
comment on function tell_case(uuid, text, jsonb) is
	'Tells a resident what became of something that they asked about a decision.';
