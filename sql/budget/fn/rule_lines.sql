create function rule_lines() returns table (id integer, view text,
	name text, official text, code text, grp text, grpcode text, main text,
	maincode text, amount bigint)
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select n.id, n.view, n.name, n.official, n.code, p.name, p.code,
		case when n.level = 3 then g.name else '' end,
		case when n.level = 3 then g.code else '' end,
		coalesce(a.cents, 0)
	from node n join city using (nis)
	join node p on p.id = n.parent
	left join node g on g.id = p.parent
	left join lateral (select sum(cents)::bigint as cents
		from amount where node = n.id group by plan
		order by plan desc limit 1) a on true
	where not exists (select from node c where c.parent = n.id)
	order by n.id;
$$;
comment on function rule_lines() is
	'The lines that rules decide on: each view''s smallest parts, with the amount of the newest plan they stand in.';
