create function rules_gone() returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	with gone as (
		select r.code, r.title, r.version from rule r
		where not exists (select from rule n where n.code = r.code
			and n.version = belfort.benefits_rules_now())
	), held as (
		select v.version from (select distinct g.version from gone g) v
		where (belfort.benefits_rules_version(v.version)
			->> 'has_force')::boolean
	)
	select json_agg(json_build_object('code', l.code, 'title', l.title,
			'version', l.version) order by l.code)
	from (select distinct on (g.code) g.* from gone g join held using (version)
		order by g.code, g.version desc) l;
$$;
comment on function rules_gone() is
	'For the policy workshop: the rules that were in force and are no more, each with the last version that had it; null: none.';
