create function comments_of(of_draft bigint, of_feature text, of_name text,
	me uuid) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
			'line', c.line, 'quoted', c.quoted, 'by', named(c.account),
			'text', case when c.removed is null then c.text end,
			'made', c.made, 'mine', c.account = me and c.removed is null,
			'is_removed', c.removed is not null)
		order by c.name nulls first, c.line nulls first, c.id), '[]')
	from comment c
	where c.feature = of_feature and c.draft = of_draft
	and c.name is not distinct from coalesce(of_name, c.name);
$$;
comment on function comments_of(bigint, text, text, uuid) is
	'What was said of a draft, or of one file of it; what was removed leaves its place.';
