create function moved_on(household text, since date)
returns table (resident uuid, day date)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select m.resident, d.day from household_member m
	cross join lateral (values (m.from_day), (m.until)) d(day)
	where m.household = moved_on.household
	and (m.until is null or m.until >= moved_on.since);
$$;
comment on function moved_on(text, date) is
	'For other features: who lived in a household since a day, with the days on which they came and left; null: they live there now.';
