create function staff_list(words json) returns json
language sql stable
set search_path = people, ext, pg_temp
as $$
	select json_build_object('text', coalesce(string_agg(format('%s  %s  %s  %s keys  %s',
		rpad(a.name, w.name), rpad(a.email, w.email), rpad(coalesce(a.login, '-'), w.login),
		(select count(*) from passkey p where p.account = a.id),
		coalesce((select string_agg(distinct g.name, ' ') from right_given g
			where g.account = a.id and may(a.id, g.name)), '-')), E'\n' order by a.name),
		'There are no civil servants yet.'))
	from account a, (select max(length(name)) as name, max(length(email)) as email,
		max(length(coalesce(login, '-'))) as login
		from account where kind = 'staff' and closed is null) w
	where a.kind = 'staff' and a.closed is null;
$$;
comment on function staff_list(json) is 'Who the civil servants are, for who works on the machine.';
