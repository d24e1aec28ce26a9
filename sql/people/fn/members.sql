create function members(households text[], day date)
returns table (household text, resident uuid, role text, born date,
	from_day date, received timestamptz)
language plpgsql stable
security definer set search_path = people, ext, pg_temp
-- With null other ways are good than with one household.
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
	return query
	with read as materialized (select register_read() as at)
	select m.household, m.resident, m.role, r.born, m.from_day, read.at
	from household_member m join resident r on r.id = m.resident cross join read
	where (members.households is null or m.household = any (members.households))
	and m.from_day <= members.day and (m.until is null or m.until > members.day);
end;
$$;
comment on function members(text[], date) is
	'For other features: who lived together on a day, nobody''s name; null: all households.';
