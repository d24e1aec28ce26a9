create function delta_person(number bytea, number_old bytea, former bytea,
	former_old bytea) returns setof resident
language sql stable
set search_path = people, ext, pg_temp
as $$
	select r.* from resident r
	where r.mac in (number, number_old, former, former_old)
	order by r.mac in (number, number_old) desc limit 1;
$$;
comment on function delta_person(bytea, bytea, bytea, bytea) is
	'Whom a row of changes is about: by the number, or by the one they had before.';
