create function leads(who uuid) returns boolean
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select exists (select from people.households_of(array[leads.who]) h
		where addressee(h.household, null) = leads.who);
$$;
comment on function leads(uuid) is
	'Whether somebody is who is told and paid of the household that they live in: then what they were granted goes with them.';
