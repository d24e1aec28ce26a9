create function unusual_watched(lang text) returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		with known as (
			select w.id, w.reason, coalesce(w.resident, l.resident) as resident
			from watch w left join lateral people.lives(w.street, w.house) l(resident)
				on w.resident is null
			where w.ended is null
		)
		select coalesce(json_agg(o order by o.at desc), '[]') from (
			select (select name from people.account_named(r.actor)) as staff,
				r.at, k.id as number, k.reason, l.label ->> lang as label
			from alone(true) r join known k on k.resident = r.subject
			join belfort.look l on l.id = r.look and l.name not like 'access.%'
			order by r.at desc limit 50) o);
end;
$$;
comment on function unusual_watched(text) is
	'Who looked at somebody whom others may be curious about.';
