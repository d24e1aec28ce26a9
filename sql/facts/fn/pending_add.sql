create function pending_add(households text[], from_days date[],
	later boolean default false) returns integer
language sql
set search_path = facts, ext, pg_temp
as $$
	with put as (
		insert into pending as p (household, from_day, later)
		select h.name, min(h.day), pending_add.later
		from unnest(households, from_days) h(name, day)
		group by h.name order by h.name
		on conflict (household) do update
			set from_day = least(p.from_day, excluded.from_day),
				later = p.later and excluded.later
		returning 1
	)
	select count(*)::integer from put;
$$;
comment on function pending_add(text[], date[], boolean) is
	'These households are to be decided on, each from a day on, LATER than those that changed; gives how many they are.';
