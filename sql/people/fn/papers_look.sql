create function papers_look(session text, shown bigint[]) returns void
language sql
set search_path = people, ext, pg_temp
as $$
	select access.note(papers_look.session, 'people.post', p.resident)
	from (select distinct t.resident from paper t where t.id = any (shown)) p;
$$;
comment on function papers_look(text, bigint[]) is
	'Writes that a civil servant sees those letters, for who they are to.';
