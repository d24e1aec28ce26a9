create function residents_find(name text, born date)
returns table (resident uuid, called text, address text, former boolean)
language sql stable
set search_path = people, ext, pg_temp
as $$
	select r.id, resident_name(r.id), address_line(r.id),
		bool_and(p.until is not null)
	from resident r
	join person_name p on p.resident = r.id
	where r.born = residents_find.born and r.until is null
	and string_to_array(fold(residents_find.name), ' ')
		<@ string_to_array(fold(p.given || ' ' || p.family), ' ')
	and fold(residents_find.name) <> ''
	group by r.id
	order by 2, 3;
$$;
comment on function residents_find(text, date) is
	'Residents who were born on that day and are or were called so: each word must be in their name, in any order, with or without accents. Two people with one name stay two. FORMER: it is a name of before.';
