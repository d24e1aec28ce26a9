create function changes_since() returns table (name text, changes json)
language sql stable
set search_path = benefits, ext, pg_temp
as $$
	with changed as (
		select p.name, p.version, p.sha256 is distinct from lag(p.sha256)
				over (partition by p.name order by p.version) as other,
			coalesce(max(p.version) filter (where exists (
				select from confirmation c
				where c.name = p.name and c.sha256 = p.sha256))
				over (partition by p.name), 0) as confirmed
		from part p
	), due as (
		select c.name, c.version from changed c
		where c.other and c.version > c.confirmed
	), told as materialized (
		select d.version, belfort.benefits_rules_version(d.version)::jsonb as told
		from (select distinct version from due) d
	)
	select d.name, json_agg(json_build_object('version', d.version,
		'lines', c -> 'lines') order by d.version)
	from due d join told t on t.version = d.version
	join lateral jsonb_path_query(t.told, '$.changed[*]') c
		on c ->> 'name' = d.name
	group by d.name;
$$;
comment on function changes_since() is
	'What changed in each file since the text that was confirmed last, version by version; one that has the text of the version before it has nothing to add.';
