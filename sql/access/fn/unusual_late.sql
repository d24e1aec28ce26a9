create function unusual_late(lang text) returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		select coalesce(json_agg(o order by o.at desc), '[]') from (
			select a.name as staff, min(r.at) as at, l.label ->> lang as label
			from entry r cross join lateral people.account_named(r.actor) a
			join belfort.look l on l.id = r.look
			where r.at > now() - interval '30 days'
			and (extract(isodow from r.at) > 5
				or r.at::time not between '07:00' and '19:00')
			group by a.name, r.xid, 3
			order by 2 desc limit 50) o);
end;
$$;
comment on function unusual_late(text) is 'Who looked outside office hours.';
