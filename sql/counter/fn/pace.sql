create function pace(t ticket) returns interval
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select case when count(*) >= 5 and max(called) > now() - interval '20 minutes'
		then (max(called) - min(called)) / (count(*) - 1) end
	from (select o.called from ticket o
		where o.place = t.place and o.day = t.day and o.called is not null
		and (o.service = t.service or exists (select from desk d
			where d.place = t.place and d.day = t.day
			and d.services @> array[o.service, t.service]))
		order by o.called desc limit 10) last;
$$;
comment on function pace(ticket) is
	'Time between two calls where that number can be called, of the last ten; null where too few were called to tell.';
