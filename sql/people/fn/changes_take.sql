create function changes_take(most integer)
returns table (household text, from_day date)
language sql
security definer set search_path = people, ext, pg_temp
as $$
	with taken as (
		delete from change where id in (select id from change
			order by id limit changes_take.most for update skip locked)
		returning change.household, change.from_day
	)
	select t.household, min(t.from_day) from taken t group by t.household;
$$;
comment on function changes_take(integer) is
	'For the feature that decides by households: those that changed since the last time, from a day on. They are gone when its transaction is kept.';
