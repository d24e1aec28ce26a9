create function rules_gone(before integer) returns json
language sql stable
security definer set search_path = benefits, ext, pg_temp
as $$
	with gone as (
		select r.code, max(r.version) as version from rule r
		where not exists (select from rule n where n.code = r.code
			and n.version = belfort.benefits_rules_now())
		group by r.code
	), page as (
		select g.* from gone g
		where rules_gone.before is null or g.version < rules_gone.before
		order by g.version desc fetch first 30 rows with ties
	)
	select json_build_object('rows', (
			select json_agg(json_build_object('code', h.code,
				'title', h.title, 'version', h.version) order by h.code)
			from page p cross join lateral (
				select o.* from (select r.* from rule r where r.code = p.code
					order by r.version desc offset 0) o
				where (belfort.benefits_rules_version(o.version)
					->> 'has_force')::boolean limit 1) h),
		'older', (select min(p.version) from page p
			having exists (select from gone g
				where g.version < min(p.version))))
	from page having count(*) > 0;
$$;
comment on function rules_gone(integer) is
	'For the policy workshop: the rules that were in force and are no more, each with the last version that had it; thirty of the newest, or of those before BEFORE, and whether there are older. Null: none.';
