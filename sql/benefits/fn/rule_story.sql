create function rule_story(code text) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	with held as (
		select r.version, json_agg(r.name order by r.name) as names
		from rule r where r.code = rule_story.code group by r.version
	), step as (
		select v.version, f.name, p.sha256, lag(p.sha256)
			over (partition by f.name order by v.version) as before
		from (select distinct version from part) v
		cross join (select distinct r.name from rule r
			where r.code = rule_story.code) f
		left join part p on p.version = v.version and p.name = f.name
	), moved as (
		select s.*, belfort.benefits_rules_version(s.version)::jsonb as told
		from step s where s.sha256 is distinct from s.before
		order by s.version desc limit 50
	)
	select json_build_object('held', (select json_agg(json_build_object(
				'version', h.version, 'names', h.names) order by h.version)
			from held h),
		'changes', (select json_agg(json_build_object('version', m.version,
				'name', m.name, 'new', m.before is null,
				'gone', m.sha256 is null,
				'since', m.told #> '{force,0,since}',
				'by', m.told #> '{force,0,by}',
				'writer', nullif(m.told ->> 'by', m.told #>> '{force,0,by}'),
				'reason', m.told #> '{force,0,reason}',
				'lines', (select c -> 'lines' from jsonb_path_query(m.told,
						'$.changed[*]') c
					where c ->> 'name' = m.name
					and m.before is not null and m.sha256 is not null),
				'stands', (select json_agg(json_build_object('at', c.at,
						'until', c.until, 'by', (select name
							from people.account_named(c.confirmed_by)))
						order by c.id desc)
					from confirmation c
					where c.name = m.name and c.sha256 = m.sha256))
				order by m.version desc, m.name)
			from moved m where (m.told ->> 'has_force')::boolean))
	where exists (select from held);
$$;
comment on function rule_story(text) is
	'For the policy workshop: the versions that have a rule, with its files, and each time that one of those was changed: what, by whom, why, and who stands by it. Null: no version has it.';
