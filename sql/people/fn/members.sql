create function members(households text[], day date)
returns table (household text, resident uuid, role text, born date,
	from_day date, received timestamptz)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select m.household, m.resident, m.role, r.born, m.from_day,
		register_read()
	from household_member m join resident r on r.id = m.resident
	where (households is null or m.household = any (households))
	and m.from_day <= members.day and (m.until is null or m.until > members.day);
$$;
comment on function members(text[], date) is
	'For other features: who lived together on a day, nobody''s name; null: all households.';
