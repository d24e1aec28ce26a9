create function rules(lang text) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	select s::jsonb || jsonb_build_object('stands', (
		select jsonb_agg(jsonb_build_object('name', p.name,
				'until', c.until, 'at', c.at, 'holds', c.until >= current_date,
				'by', (select name from people.account_named(c.confirmed_by)))
			order by p.name)
		from part p
		left join lateral (select * from confirmation c
			where c.name = p.name and c.sha256 = p.sha256
			order by c.until desc, c.id desc limit 1) c on true
		where p.version = (s ->> 'version')::integer))
	from belfort.benefits_rules_state(lang) s;
$$;
comment on function rules(text) is
	'The rules in force as they are written, how they came, and who stands by each file.';
