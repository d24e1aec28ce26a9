create function unusual_many() returns json
language plpgsql stable
set search_path = access, ext, pg_temp
as $$
begin
	return (
		with first as (
			select r.actor, r.subject, min(r.at) as at from alone(true) r
			group by r.actor, r.subject, r.at::date
		), run as (
			select actor, at, lag(at, 19) over (partition by actor order by at) as since
			from first
		)
		select coalesce(json_agg(o order by o.at desc), '[]') from (
			select (select name from people.account_named(r.actor)) as staff,
				date_trunc('hour', r.at) as at, count(*) + 19 as residents
			from run r where r.at - r.since <= interval '1 hour'
			group by r.actor, 2 order by 2 desc limit 50) o);
end;
$$;
comment on function unusual_many() is
	'Who looked at twenty residents or more, one by one, within an hour.';
