create or replace function belfort.channels_said(document jsonb)
returns table (nr integer, name text, title jsonb, address text,
	sign_in boolean, counter jsonb, phone jsonb, paper jsonb)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	with route as (
		select n, r ->> 'service' as service, r ->> 'rights' as rights,
			coalesce(nullif(document #>> array['mounts', r ->> 'mount'],
				'/'), '') || (r ->> 'path') as address,
			r ->> 'method' = 'GET' and r ->> 'view' is not null
				and r ->> 'path' not like '%{%' as is_page
		from jsonb_array_elements(document -> 'routes') with ordinality t(r, n))
	select n::integer, c ->> 'name', c -> 'title',
		(select case r.address when '' then '/' else r.address end
		from route r where r.service = c ->> 'name' and r.is_page
		order by r.n limit 1),
		exists (select from route r
			where r.service = c ->> 'name' and r.rights is not null),
		c -> 'counter', c -> 'phone', c -> 'paper'
	from jsonb_array_elements(document -> 'channels') with ordinality t(c, n);
$$;
comment on function belfort.channels_said(jsonb) is
	'The rows of bf_channel in the description of a feature, each with the page where it begins.';
