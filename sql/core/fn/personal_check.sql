create or replace function belfort.personal_check(of_feature text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	of_schema text := case of_feature when 'core' then 'belfort'
		else of_feature end;
	wrong text;
begin
	with held as (
		select of_schema || '.' || c.relname as relation, a.attname as name,
			a.atttypid in ('date'::regtype, 'timestamp'::regtype,
				'timestamptz'::regtype) as is_time
		from pg_class c
		join pg_namespace n on n.oid = c.relnamespace
		join pg_attribute a on a.attrelid = c.oid
		where n.nspname = of_schema and c.relkind in ('r', 'p', 'm')
		and not c.relispartition and a.attnum > 0 and not a.attisdropped
	), said as (
		select p.relation, p.since, name
		from belfort.personal p, unnest(p.columns) name
		where feature = of_feature
	), mistake as (
		select 1 as nr, format('%s.%s is not declared', relation, name) as text
		from held h where not exists (select from said s
			where s.relation = h.relation and s.name in (h.name, '*'))
		union all
		select 2, format('%s.%s is declared, and is not there', relation, name)
		from said s where not exists (select from held h
			where s.relation = h.relation and s.name in (h.name, '*'))
		union all
		select 3, format('%s.%s is declared twice', relation, name)
		from said group by relation, name having count(*) > 1
		union all
		select 4, format('the days of %s count from %s, which is no day or time of it',
			relation, since)
		from said s where since is not null and not exists (select from held h
			where s.relation = h.relation and s.since = h.name and is_time)
	)
	select text into wrong from mistake order by nr, text limit 1;
	if wrong is not null then
		raise exception 'plugin %: %', of_feature, wrong
			using hint = 'its table bf_personal says of each column of each table whether it is about people';
	end if;
end
$$;
comment on function belfort.personal_check(text) is
	'Refuses a feature that keeps what it does not declare.';
