create function refresh_city() returns void
language plpgsql set search_path = budget, ext, pg_temp
as $$
declare
	parents record;
begin
	update node n set
		words = to_tsvector('dutch', unaccent(n.name || ' ' || n.official)),
		plain = lower(unaccent(n.name || ' ' || n.official))
	from city where n.nis = city.nis and n.view = 'doelen' and n.level > 0;

	-- An action names a neighbourhood where a word of it, or of its action
	-- plan, begins with one of the neighbourhood's names.
	delete from mention;
	insert into mention (node, number)
	select n.id, b.number from node n join city using (nis)
	join node p on p.id = n.parent
	join neighbourhood b on n.plain || ' ' || p.plain
		~ ('\m(' || lower(unaccent(b.words)) || ')')
	where n.view = 'doelen' and n.level = 3;

	delete from tile t using node n, city where t.node = n.id
		and n.nis = city.nis;
	for parents in
		select distinct n.parent, a.plan from node n
		join city using (nis) join amount a on a.node = n.id
		where n.parent is not null
	loop
		perform lay_tiles(parents.parent, parents.plan);
	end loop;
end;
$$;
comment on function refresh_city() is
	'What the pages read and an import changes: search, mentions, treemaps.';
