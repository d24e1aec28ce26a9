create function changed_on(household text, since date) returns setof date
language sql stable
security definer set search_path = facts, ext, pg_temp
as $$
	with member as materialized (
		select * from people.moved_on(changed_on.household, changed_on.since)
	), change as (
		select m.day from member m
		union
		select d.day from (select distinct m.resident from member m) who
		join value v on v.resident = who.resident and v.replaced is null
		join fact f on f.number = v.fact and f.declared
		cross join lateral (values (lower(v.valid)), (upper(v.valid))) d(day)
	)
	select c.day from change c
	where c.day > changed_on.since and c.day <= current_date;
$$;
comment on function changed_on(text, date) is
	'For features that decide: the days since then on which somebody came to a household or left it, or on which something else is known of it.';
