create function visible(resident uuid, before timestamptz, below bigint,
	share integer) returns setof entry
language plpgsql stable
set search_path = access, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
	hidden bigint[] := array(select held_back(visible.resident));
	here record;
begin
	select * into here from people.registered(visible.resident);
	return query
		(select e.* from entry e where e.subject = visible.resident
		and e.at <= before and (e.at, e.id) < (before, below)
		and e.id <> all (hidden)
		order by e.at desc, e.id desc limit share)
		union all
		(select e.* from entry e where e.subject is null and e.kind <> 'staff'
		and e.at <= before and (e.at, e.id) < (before, below)
		and e.at >= here.since and e.at < coalesce(here.until, 'infinity')
		order by e.at desc, e.id desc limit share);
end;
$$;
comment on function visible(uuid, timestamptz, bigint, integer) is
	'Looks that a resident may see, the latest before that record, so many of each kind: at them alone, and by rules and services at all who lived here then.';
