create function papers(session text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	shown bigint[] := array(select id from paper
		where printed is null or printed > now() - interval '30 days'
		order by printed is not null, id desc limit 200);
begin
	perform papers_look(papers.session, shown);
	return (
		with paper_now as (
			select id, lang, kind, made, printed,
				resident_name(resident) as called, address_line(resident) as address
			from paper where id = any (shown))
		select json_build_object(
			'has_new', exists (select from paper where printed is null),
			'has_old', exists (select from paper_now where printed is not null),
			'last', (select max(id) from paper where printed is null),
			'new', (select json_agg(json_build_object('nr', id, 'called', called,
				'address', address, 'made', made, 'is_' || kind, true) order by id)
				from paper_now where printed is null),
			'old', (select json_agg(json_build_object('nr', id, 'called', called,
				'address', address, 'printed', printed, 'is_' || kind, true) order by id desc)
				from paper_now where printed is not null)));
end;
$$;
comment on function papers(text) is
	'Letters to print, and those that were printed lately; to see them is a look.';
