create function free_from(of_thing integer) returns date
language sql stable set search_path = toolshed, pg_temp
as $$
	-- Today, or the end of a reservation, where no other stands.
	select min(day) from (
		select current_date as day
		union
		select greatest(upper(during), current_date) from reservation
		where thing = of_thing) d
	where not exists (select from reservation r
		where r.thing = of_thing and r.during @> d.day)
	and (d.day > current_date or not exists (select from loan l
		where l.thing = of_thing and brought_back is null));
$$;
comment on function free_from(integer) is
	'The first day on which a thing is free; null: nobody knows, it is out.';
