create function help_rights(helper uuid, resident uuid)
returns table (nr bigint, service text)
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return query select g.id, g.service from right_given g
	join resident r on r.id = help_rights.resident and r.until is null
	where g.account = help_rights.helper and g.name = 'people.help'
	and g.taken is null and current_date >= g.from_day
	and current_date <= coalesce(g.to_day, current_date)
	and (g.neighbourhood is null or g.neighbourhood = neighbourhood_of(r.id))
	order by g.service nulls first, g.id;
end;
$$;
comment on function help_rights(uuid, uuid) is
	'By which rights a civil servant may help that resident today; none for who left or died, or lives in another neighbourhood than theirs.';
