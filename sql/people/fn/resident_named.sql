create function resident_named(resident uuid)
returns table (name text, born date)
language sql stable
set search_path = people, ext, pg_temp
as $$
	select coalesce(nullif(concat_ws(' ', j ->> 'first_name', j ->> 'last_name'), ''),
		'Inwoner'), coalesce((j ->> 'born')::date, date '1970-01-01')
	from resident r, to_jsonb(r) j where r.id = resident_named.resident;
$$;
comment on function resident_named(uuid) is
	'How somebody in the register is called and when they were born.';
