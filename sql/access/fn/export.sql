create function export(after bigint, count integer)
returns table (line text)
language sql stable
set search_path = access, ext, pg_temp
as $$
	select s.position || E'\t' || encode(s.hash, 'hex') || E'\t' || said(r)
	from seal s join entry r on r.id = s.entry and r.at = s.at
	where s.position > export.after order by s.position limit export.count;
$$;
comment on function export(bigint, integer) is
	'Records with their links, for belfort access verify.';
