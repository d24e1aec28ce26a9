create function households_after(name text, most integer) returns setof text
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select h from people.households_after(name, most) h
	union
	(select p.household from packed p
		where p.household > name order by p.household limit most)
	union
	(select p.household from packed_person p
		where p.household > name order by p.household limit most)
	order by 1 limit most;
$$;
comment on function households_after(text, integer) is
	'The next households after a name, MOST of them: those of which the register tells and those of which facts are packed.';
