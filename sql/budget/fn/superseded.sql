create function superseded(shape text, source_id integer) returns boolean
language sql stable set search_path = budget, ext, pg_temp
as $$
	select case shape
	when 'population' then exists (
		select nis, year, residents, origin from staging_population
		except select nis, year, residents, origin from population)
	when 'neighbourhoods' then exists (
		select number, name, col, row, words from staging_neighbourhoods
		except select number, name, col, row, words from neighbourhood)
	else exists (
		select from (select distinct nis, view, plan from staging_lines) i
		join node n using (nis, view)
		join amount a on a.node = n.id and a.plan = i.plan
		where a.source <> source_id)
	end;
$$;
comment on function superseded(text, integer) is
	'Whether a file that was read before has been replaced since, in part or whole.';
