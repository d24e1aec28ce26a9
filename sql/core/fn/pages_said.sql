create or replace function belfort.pages_said(document jsonb)
returns table (name text, help jsonb)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select (r ->> 'method') || ' '
			|| coalesce(nullif(m.path, '/'), '') || (r ->> 'path'), r -> 'helps'
	from jsonb_array_elements(document -> 'routes') r
	cross join lateral (select document -> 'mounts' ->> (r ->> 'mount')::integer as path) m
	where r ->> 'rights' <> 'machine' and jsonb_typeof(r -> 'helps') = 'object'
$$;
comment on function belfort.pages_said(jsonb) is
	'The pages of a plugin that ask who somebody is, as "GET /mijn", with what is done there.';
