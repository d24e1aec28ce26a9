create function facts_of(household text) returns jsonb
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select coalesce(jsonb_agg(to_jsonb(f)), '[]')
	from facts.of(facts_of.household, current_date) f;
$$;
comment on function facts_of(text) is 'What is known today of a household, as a decision keeps it.';
