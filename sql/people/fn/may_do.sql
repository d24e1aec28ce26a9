create function may_do(login text, need text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('may', me.id is not null and may(me.id, need),
		'nobody', not exists (select from account a
			where a.kind = 'staff' and a.closed is null),
		'who', me.name, 'ask', (select string_agg(a.name, ', ' order by a.name)
			from account a where a.closed is null
			and a.id is distinct from me.id and may(a.id, 'people.grant')))
	from (select) x left join account me
	on me.login = may_do.login and me.closed is null;
$$;
comment on function may_do(text, text) is
	'Whether a user of the machine is a civil servant with that right; else who can give it.';
