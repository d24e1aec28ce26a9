create function lay_tiles(of_node integer, of_plan integer) returns void
language plpgsql set search_path = budget, ext, pg_temp
as $$
-- Squarified treemap (Bruls, Huizing and van Wijk, 2000) of 1000 by 500:
-- rows of tiles along the short side, each as square as can be.
declare
	ids integer[];
	sizes float8[];
	n integer;
	first integer := 1;
	last integer;
	x float8 := 0; y float8 := 0; w float8 := 1000; h float8 := 500;
	row_size float8;
	side float8; thick float8; at float8; long float8;
begin
	select array_agg(id order by size desc, id),
		array_agg(size * 500000.0 / whole order by size desc, id)
	into ids, sizes
	from (select n.id, sum(a.cents)::float8 as size,
			sum(sum(a.cents)) over () as whole
		from node n join amount a on a.node = n.id and a.plan = of_plan
		where n.parent = of_node group by n.id
		having sum(a.cents) > 0) s;
	n := coalesce(array_length(ids, 1), 0);
	while first <= n loop
		side := least(w, h);
		last := first;
		while last < n and worst(sizes[first:last + 1], side)
			<= worst(sizes[first:last], side) loop
			last := last + 1;
		end loop;
		select sum(s) into row_size from unnest(sizes[first:last]) s;
		thick := row_size / side;
		at := 0;
		for i in first..last loop
			long := sizes[i] / thick;
			insert into tile values (ids[i], of_plan,
				round(case when w >= h then x else x + at end),
				round(case when w >= h then y + at else y end),
				round(case when w >= h then thick else long end),
				round(case when w >= h then long else thick end));
			at := at + long;
		end loop;
		if w >= h then
			x := x + thick; w := w - thick;
		else
			y := y + thick; h := h - thick;
		end if;
		first := last + 1;
	end loop;
end;
$$;
comment on function lay_tiles(integer, integer) is
	'Computes the treemap of a node''s children in a plan.';
