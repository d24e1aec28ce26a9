create function places() returns json
language sql stable
security definer set search_path = counter, ext, pg_temp
as $$
	select json_build_object('rows', coalesce(json_agg(json_build_object(
		'id', p.id, 'name', p.name, 'address', p.address,
		'open', exists (select from offered(p.id))) order by p.name), '[]'))
	from place p;
$$;
comment on function places() is 'Where somebody can take a number.';
