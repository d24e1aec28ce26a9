create function rights_held(account uuid) returns text[]
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return array(select g.name from right_given g
		where g.account = rights_held.account and g.taken is null
		and current_date >= g.from_day
		and current_date <= coalesce(g.to_day, current_date));
end;
$$;
comment on function rights_held(uuid) is
	'The rights that a civil servant has today, be it for one service or neighbourhood.';
