create function version_keep(of_version integer, document json) returns void
language sql
set search_path = benefits, ext, pg_temp
as $$
	insert into text (name, sha256, saved_by)
	select f ->> 'name', hash_of(f ->> 'text'),
		coalesce((f ->> 'saved_by')::uuid, people.staff_at(f ->> 'login'))
	from json_array_elements(document -> 'files') f
	where f ->> 'text' is not null
	on conflict (name, sha256) do update set saved_by = excluded.saved_by
		where text.saved_by is null and excluded.saved_by is not null;
	insert into part (version, name, sha256)
	select of_version, f ->> 'name', hash_of(f ->> 'text')
	from json_array_elements(document -> 'files') f
	where f ->> 'text' is not null
	on conflict do nothing;
	insert into rule (version, code, name, title, city, granting, person,
		period, payment, reads)
	select of_version, r ->> 'code', r ->> 'file', (r -> 'title')::jsonb,
		(r ->> 'city')::boolean, r ->> 'granting',
		(r ->> 'person')::boolean, r ->> 'period', r ->> 'payment',
		case when r -> 'reads' is not null
			then array(select json_array_elements_text(r -> 'reads')) end
	from json_array_elements(document -> 'rights') r
	on conflict do nothing;
$$;
comment on function version_keep(integer, json) is
	'The texts and rights of a version, once; a text is of who saved it first.';
