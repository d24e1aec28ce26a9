create function rules(lang text) returns json
language sql stable
security definer set search_path = budget, ext, pg_temp
as $$
	select jsonb_build_object('views', (select json_agg(json_build_object(
			'view', view, 'is_' || view, true,
			'rules', rules_said((s ->> 'version')::integer,
				view, lang))
			order by nr)
		from unnest(array['doelen', 'domeinen', 'rekeningen'])
			with ordinality v(view, nr)
		where s ->> 'version' is not null))
		|| s::jsonb
	from belfort.budget_rules_state(lang) s;
$$;
comment on function rules(text) is
	'The rules in force, in words and as they are written, and how they came.';
