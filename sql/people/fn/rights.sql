create function rights(session text, per text, ook text, lang text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	with rows as (select r.*, case when per = 'recht' then r.label else r.who end as title
		from who(rights.session) w, grant_rows(w.account, rights.lang) r
		where ook = 'alles' or r.state in ('now', 'coming')),
	groups as (select title, json_agg(json_build_object('nr', nr,
			'who', case when per = 'recht' then who end,
			'label', case when per = 'recht' then null else label end,
			'service', service, 'neighbourhood', neighbourhood,
			'from_day', from_day, 'to_day', to_day, 'reason', reason,
			'given_by', given_by, 'given', given, 'taken_by', taken_by,
			'taken', taken, 'taken_reason', taken_reason,
			'is_' || state, true, 'open', state in ('now', 'coming'))
			order by state in ('now', 'coming') desc, label, who, nr) as grants
		from rows group by title)
	select json_build_object('by_right', per is not distinct from 'recht',
		'all', ook is not distinct from 'alles',
		'groups', coalesce((select json_agg(g order by title) from groups g), '[]'));
$$;
comment on function rights(text, text, text, text) is
	'Who may do what, by colleague or by right; with what is over too.';
