create function papers_printed(session text, tot bigint) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	update paper p set printed = now(), printed_by = w.account
	from who(papers_printed.session) w
	where p.printed is null and p.id <= tot;
	select '{}'::json;
$$;
comment on function papers_printed(text, bigint) is
	'The letters up to that number are printed.';
