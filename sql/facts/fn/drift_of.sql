create function drift_of(s source, headings text[]) returns jsonb
language sql stable
set search_path = facts, ext, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_object('code', code, 'text', text)), '[]')
	from (
		select 'column_new' as code, h as text from unnest(headings) h
		where s.columns is not null and h <> all (s.columns)
		union all
		select 'column_gone', h from unnest(s.columns) h where h <> all (headings)
	) d;
$$;
comment on function drift_of(source, text[]) is
	'What differs of the columns of a source from the delivery before.';
