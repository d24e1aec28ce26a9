create function colleagues(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('colleagues', (
		select json_agg(json_build_object('name', a.name, 'email', a.email,
			'login', a.login, 'made', a.made, 'invited_by', b.name,
			'came', ways(a.id) > 0, 'only_one', ways(a.id) = 1,
			'until', i.ends) order by a.name)
		from account a left join account b on b.id = a.invited_by
		left join invitation i on i.account = a.id and i.ends > now()
		where a.kind = 'staff' and a.closed is null));
$$;
comment on function colleagues(text) is 'Which civil servants can sign in, or were asked to.';
