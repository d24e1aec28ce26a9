create function held_back(subject uuid) returns setof bigint
language plpgsql stable
set search_path = access, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
begin
	return query
		select e.id from entry e where e.subject = held_back.subject
		and e.held_until > current_date and e.at > now() - interval '13 months'
		union
		select h.entry from hold h where h.subject = held_back.subject
		and h.until > current_date and h.at > now() - interval '13 months';
end;
$$;
comment on function held_back(uuid) is
	'Records of looks at that resident that are not to be shown to them today.';
