create function rule_changes(changes json) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	with made as (
		select o.version, json_build_object('id', d.id, 'title', d.title,
			'why', d.why, 'council', d.council,
			'council_url', d.council_url) as draft
		from orders('benefits') o
		join draft d on d.feature = 'benefits' and d.order_id = o.id
	)
	select json_agg(c.change::jsonb || jsonb_build_object(
			'has_lines', c.change ->> 'lines' is not null,
			'draft', m.draft) order by c.nr)
	from json_array_elements(rule_changes.changes)
		with ordinality c(change, nr)
	left join made m on m.version = (c.change ->> 'version')::integer;
$$;
comment on function rule_changes(json) is
	'Changes of a rule, each with the draft that it came from: why, and the council decision that it rests on.';
