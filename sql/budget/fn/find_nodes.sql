create function find_nodes(asked tsquery, like_it text)
returns table (path text, name text, official text, level integer,
	cents bigint, exact boolean, near real, within text)
language sql stable set search_path = budget, ext, pg_temp
as $$
	select n.path, n.name, n.official, n.level,
		(select sum(a.cents)::bigint from amount a where a.node = n.id
			and a.plan = plan_of(n.id, null)),
		n.words @@ asked, word_similarity(like_it, n.plain), u.name
	from node n join city using (nis)
	left join node u on u.id = n.parent and u.level > 0
	where n.view = 'doelen' and n.level > 0
	and (n.words @@ asked or word_similarity(like_it, n.plain) >= 0.5);
$$;
comment on function find_nodes(tsquery, text) is
	'Nodes by Dutch stems, or by letters that are nearly the same.';
