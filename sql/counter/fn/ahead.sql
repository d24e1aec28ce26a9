create function ahead(t ticket) returns bigint
language sql stable
set search_path = counter, ext, pg_temp
as $$
	select count(*) from ticket o
	where o.place = t.place and o.day = t.day and o.state = 'waiting'
	and (turn_of(o), o.due, o.id) < (turn_of(t), t.due, t.id)
	and turn_of(o) < 2
	and (o.service = t.service or exists (select from desk d
		where d.place = t.place and d.day = t.day
		and d.services @> array[o.service, t.service]));
$$;
comment on function ahead(ticket) is
	'How many are called before that number by a desk where it can be called.';
