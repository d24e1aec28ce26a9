create function import_finish(shape text, file text, sha256 text)
returns json
language plpgsql set search_path = budget, ext, pg_temp
as $$
declare
	known source;
	n integer;
begin
	perform take_lines(shape);
	select * into known from source s
	where s.shape = import_finish.shape and s.sha256 = import_finish.sha256;
	if found and not superseded(shape, known.id) then
		return json_build_object('result', 'unchanged', 'file', file);
	end if;
	execute format('select count(distinct line) from %I',
		'staging_' || case shape when 'policyfields' then 'fields'
			else shape end) into n;
	-- Known but replaced since: it is read again, and stays one source.
	if known.id is not null then
		update source s set file = import_finish.file, imported_at = now()
		where s.id = known.id;
	else
		insert into source (shape, file, sha256, rows)
		values (shape, file, sha256, n) returning * into known;
	end if;
	case shape
	when 'population' then
		perform load_population();
	when 'neighbourhoods' then
		perform load_neighbourhoods();
	else
		perform load_lines(known.id);
	end case;
	-- There may be lines that no rule has seen: they count as not
	-- allocated until the rules have decided.
	perform run_keep(version) from run where id = run_of(null);
	notify belfort_rules, 'budget';
	-- What came in is planned for at once, not when a daemon finds time.
	analyze city, node, amount, tile, mention, source;
	return json_build_object('result', 'loaded', 'file', file, 'rows', n);
end;
$$;
comment on function import_finish(text, text, text) is
	'Turns the rows of a file into figures: all of it, or an error.';
