create or replace function belfort.personal_said(document jsonb)
returns table (nr integer, relation text, columns text[], purpose jsonb,
	basis jsonb, days integer, since text)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select n::integer, r ->> 'table',
		array(select jsonb_array_elements_text(r -> 'columns')),
		nullif(r -> 'purpose', 'null'), nullif(r -> 'basis', 'null'),
		(r ->> 'days')::integer, r ->> 'since'
	from jsonb_array_elements(document -> 'personal') with ordinality p(r, n);
$$;
comment on function belfort.personal_said(jsonb) is
	'The rows of bf_personal in the description of a feature.';
