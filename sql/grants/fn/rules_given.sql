create function rules_given()
returns table (run integer, code text, person boolean, at integer)
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select n.id, r ->> 'code', (r ->> 'person')::boolean, (r ->> 'at')::integer
	from (select * from run where run.ended is not null
		order by run.id desc limit 1) n
	cross join jsonb_array_elements(n.rules) r
	where (r ->> 'stands')::boolean;
$$;
comment on function rules_given() is
	'The rules of the last run that the city grants by itself, and where their outcomes stand.';
