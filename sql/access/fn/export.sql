create function export(after bigint, count integer)
returns table (line text)
language plpgsql stable
set search_path = access, ext, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
	first bigint := greatest(export.after, (select min(s.position) - 1 from seal s));
	low timestamptz;
	high timestamptz;
begin
	select min(s.at), max(s.at) into low, high from seal s
	where s.position > first and s.position <= first + export.count;
	return query
		select s.position || E'\t' || encode(s.hash, 'hex') || E'\t' || said(r)
		from seal s join entry r on r.id = s.entry and r.at = s.at
		where s.position > first and s.position <= first + export.count
		and s.at between low and high and r.at between low and high
		order by s.position;
end;
$$;
comment on function export(bigint, integer) is
	'Records with their links, for belfort access verify: so many from after that position on, or from the first that is there. Their times say in which months they are.';
