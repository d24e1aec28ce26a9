create or replace function probe.hello(name text, lang text) returns json
language sql stable security definer
set search_path = probe, pg_temp
as $$
	select json_build_object('name', name, 'lang', lang, 'n', probe.counted(),
		'rows', '[{"name": "a;b", "cents": 123456}]'::json)
$$;
