create function remake() returns setof json
language sql stable
set search_path = grants, ext, pg_temp
as $$
	select json_build_object('number', d.number, 'version', d.version,
		'rule', d.rule, 'day', d.day, 'cents', d.cents, 'facts', d.facts,
		'motivation', d.motivation, 'state',
		case when d.kind in ('end', 'extend') then 'no' else 'yes' end)
	from decision d where d.made_by is null
	and not (d.kind = 'end' and d.facts = '[]') order by d.id;
$$;
comment on function remake() is
	'Every decision that the rules made, a line each for belfort rules remake: it must come out again. That a household is no more, and its right ends, no rule said.';
