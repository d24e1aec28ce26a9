create function open_put(o jsonb) returns void
language sql
set search_path = grants, ext, pg_temp
as $$
	insert into open_right as r (household, subject, rule, title, version, lacks)
	values (o ->> 'household', (o ->> 'subject')::uuid, o ->> 'rule',
		o -> 'title', (o ->> 'version')::integer,
		array(select jsonb_array_elements_text(o -> 'lacks')))
	on conflict (household, subject, rule) do update
		set version = excluded.version, lacks = excluded.lacks,
			title = excluded.title
		where (r.version, r.lacks) is distinct from (excluded.version, excluded.lacks);
	select facts.ask(o ->> 'household',
		array(select jsonb_array_elements_text(o -> 'lacks')), o ->> 'rule',
		(o ->> 'version')::integer);
$$;
comment on function open_put(jsonb) is 'A right of which facts lack, or only the request. What another service can say of them is asked there.';
