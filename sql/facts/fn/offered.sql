create function offered(source smallint, lang text) returns jsonb
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_object('name', f.name,
		'title', f.title ->> offered.lang, 'heading', o.heading,
		'declared', f.declared, 'known', f.known,
		'contradicted', c.residents)
		order by f.title ->> offered.lang), '[]')
	from offer o join fact f on f.number = o.fact
	left join contradictions(offered.source) c on c.fact = o.fact
	where o.source = offered.source;
$$;
comment on function offered(smallint, text) is 'The facts that a source gives, and how often another one denies them.';
