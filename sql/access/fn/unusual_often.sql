create function unusual_often() returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		select coalesce(json_agg(o order by o.looks desc), '[]') from (
			select (select name from people.account_named(r.actor)) as staff,
				min(r.at) as since, max(r.at) as until, count(*) as looks,
				dense_rank() over (order by r.subject) as resident
			from alone() r group by r.actor, r.subject having count(*) >= 5
			order by count(*) desc limit 50) o);
end;
$$;
comment on function unusual_often() is
	'Who looked at the same resident again and again.';
