create function rules_moved(of_version integer, lang text) returns json
language sql stable set search_path = budget, ext, pg_temp
as $$
	with after as (select min(id) as id from run
		where version = of_version),
	before as (select max(run.id) as id from run, after
		where run.id < after.id),
	plans as (select view, max(plan) as plan from share, after
		where run = after.id group by view),
	held as (
		select view, plan, category,
			coalesce(sum(cents) filter (where run = before.id), 0)
				::bigint as was,
			coalesce(sum(cents) filter (where run = after.id), 0)
				::bigint as now
		from share join plans using (view, plan), before, after
		where run in (before.id, after.id)
		group by view, plan, category),
	names as (select distinct on (code) code, title from category, after
		where category.version in (of_version, (select run.version
			from run, before where run.id = before.id))
		order by code, version desc)
	select json_agg(json_build_object('view', view, 'is_' || view, true,
			'plan', plan, 'rows', rows) order by view)
	from (select view, plan, json_agg(json_build_object(
				'code', category,
				'unmatched', category = 'niet-toegewezen',
				'name', in_language(names.title, lang),
				'was', was, 'now', now, 'difference', now - was)
				order by abs(now - was) desc, category) as rows
		from held left join names on names.code = held.category
		where was <> now and (select id from before) is not null
		group by view, plan) m;
$$;
comment on function rules_moved(integer, text) is
	'What moved between categories when a version came in force first; null: nothing.';
