create function row_of(f fact, low bigint, high bigint, source text, since date,
	received timestamptz, resident uuid, lang text) returns jsonb
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select shown(f, low, high, row_of.lang) || jsonb_build_object(
		'source', row_of.source, 'since', since, 'received', received,
		'waits', exists (select from dispute d where d.fact = f.number
			and d.resident = row_of.resident and d.answered is null));
$$;
comment on function row_of(fact, bigint, bigint, text, date, timestamptz, uuid, text) is
	'A fact for the page of who it is about.';
