create function household_set(session text, id bigint, gezin text) returns json
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	update draft d set household = gezin::jsonb
	where d.id = household_set.id and d.state <> 'withdrawn'
	returning '{}'::json;
$$;
comment on function household_set(text, bigint, text) is
	'The invented household that the pages of a draft explain.';
