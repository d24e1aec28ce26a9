create function preview_rows(document json) returns table (view text,
	plan integer, year integer, node integer, was text, now text, cents bigint)
language sql stable
set search_path = budget, ext, pg_temp
as $$
	select n.view, a.plan, a.year, n.id,
		coalesce(o.category, 'niet-toegewezen'),
		coalesce(l ->> 1, 'niet-toegewezen'), a.cents
	from json_array_elements(document -> 'lines') l
	join node n on n.id = (l ->> 0)::integer
	join amount a on a.node = n.id
	join (select s.view, max(m.plan) as plan from node s
		join amount m on m.node = s.id group by s.view) newest
		on newest.view = n.view and newest.plan = a.plan
	left join allocation o on o.node = n.id
		and o.version = belfort.budget_rules_now();
$$;
comment on function preview_rows(json) is
	'Each line of the newest plan of its view in each year: in which category it is, and in which it would be.';
