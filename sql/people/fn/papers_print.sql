create function papers_print(session text, nr bigint) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	shown bigint[] := array(select t.id from paper t where t.id = nr
		or (nr is null and t.printed is null) order by t.id limit 500);
begin
	perform papers_look(papers_print.session, shown);
	return (
		select json_agg(json_build_object('lang', p.lang, 'kind', p.kind,
			'data', p.data, 'made', p.made, 'name', resident_name(p.resident),
			'street', a.street || ' ' || a.house
				|| case a.box when '' then '' else ' bus ' || a.box end,
			'postal', a.postal, 'counter', a.resident is null,
			'reference', reference_shown(p.reference)) order by p.id)
		from paper p
		left join address a on a.resident = p.resident and a.until is null
		where p.id = any (shown));
end;
$$;
comment on function papers_print(text, bigint) is
	'What is in one letter, or in all that were not printed; null: there is none. To get them is a look.';
