create function unusual_idle(lang text) returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		with done as (
			select * from people.served(now() - interval '31 days')
		)
		select coalesce(json_agg(o order by o.looks desc, o.until desc), '[]') from (
			select (select name from people.account_named(r.actor)) as staff,
				l.label ->> lang as label, count(*) as looks, max(r.at) as until
			from alone() r join belfort.look l on l.id = r.look
				and l.name not like 'access.%'
			where r.at < now() - interval '1 day'
			and not exists (select from done d where d.account = r.actor
				and d.resident = r.subject
				and d.at between r.at - interval '1 day' and r.at + interval '1 day')
			group by r.actor, 2 having count(*) >= 3
			order by 3 desc, 4 desc limit 50) o);
end;
$$;
comment on function unusual_idle(text) is
	'Who looked three times or more, and did nothing for that resident within a day of it: no letter, no answer, no mandate.';
