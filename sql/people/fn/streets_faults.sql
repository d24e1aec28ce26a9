create function streets_faults() returns json
language sql stable
set search_path = people, ext, pg_temp
as $$
	with fault(line, col, text) as (
		select line, 'tot', 'this is less than van: look at both'
		from staging_streets where high < low
		union all
		select line, 'wijknaam', format('the same wijk has another name in line %s: write one', first)
		from (select line, neighbourhood_name,
				first_value(line) over w as first,
				first_value(neighbourhood_name) over w as name
			from staging_streets
			window w as (partition by neighbourhood order by line)) s
		where name <> neighbourhood_name
		union all
		select b.line, 'van', format('some of these houses stand in line %s too: write each house once', a.line)
		from staging_streets a
		join staging_streets b on b.name = a.name and b.postal = a.postal
			and a.line < b.line and a.low <= b.high and b.low <= a.high
			and ('alle' in (a.side, b.side) or a.side = b.side)
	)
	select json_agg(json_build_object('line', line, 'column', col, 'text', text))
	from (select * from fault order by line, col limit 20) f;
$$;
comment on function streets_faults() is
	'What is wrong with a file of streets, at most twenty things; null: nothing.';
