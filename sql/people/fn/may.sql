create function may(account uuid, right_name text) returns boolean
language sql stable
set search_path = people, ext, pg_temp
as $$
	select exists (select from right_given g
		where g.account = may.account and g.name = right_name
		and g.taken is null and current_date >= g.from_day
		and current_date <= coalesce(g.to_day, current_date));
$$;
comment on function may(uuid, text) is
	'Whether a civil servant has that right today, be it for one service or neighbourhood.';
