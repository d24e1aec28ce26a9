create function file_row(f file) returns jsonb
language sql stable
set search_path = payments, ext, pg_temp
as $$
	select jsonb_build_object('id', f.id, 'message', f.message,
		'partner', (select p.called from partner p where p.name = f.partner),
		'lines', f.lines, 'cents', f.cents, 'until', f.until,
		'prepared', f.prepared, 'prepared_by', (
			select n.name from people.account_named(f.prepared_by) n),
		'released', f.released, 'released_by', (
			select n.name from people.account_named(f.released_by) n),
		'execution', f.execution, 'cancelled', f.cancelled, 'cancelled_by', (
			select n.name from people.account_named(f.cancelled_by) n),
		'open', f.released is null and f.cancelled is null);
$$;
comment on function file_row(file) is 'A file as civil servants see it, without its lines.';
