create function seen_by(resident uuid, entry bigint) returns timestamptz
language plpgsql stable
set search_path = access, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
begin
	return (
		select r.at from entry r left join people.registered(seen_by.resident) h on true
		where r.id = seen_by.entry and (r.subject = seen_by.resident
			or (r.subject is null and r.kind <> 'staff' and r.at >= h.since
				and r.at < coalesce(h.until, 'infinity')))
		and r.id not in (select held_back(seen_by.resident)));
end;
$$;
comment on function seen_by(uuid, bigint) is
	'When a look was that a resident may see; null for any other.';
