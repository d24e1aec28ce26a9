create function by_a_person(which bigint) returns boolean
language sql stable
set search_path = grants, pg_temp
as $$
	select exists (select from decision d
		where d.granted = by_a_person.which and d.made_by is not null);
$$;
comment on function by_a_person(bigint) is
	'Whether somebody decided about it: then the rules change it no more.';
