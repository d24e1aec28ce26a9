create or replace function belfort.apart_drop(of_feature text,
	before timestamptz) returns table (relation text, rows bigint)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	p record;
begin
	for p in
		select r.* from belfort.personal r
		join belfort.apart_tables(of_feature) a on a = r.relation
		where r.feature = of_feature and r.days is not null order by r.nr
	loop
		relation := p.relation;
		rows := belfort.partitions_drop(p.feature, p.relation, p.since,
			least(before, now() - make_interval(days => p.days)));
		perform belfort.removal_count(p.feature, p.relation, p.columns, rows);
		return next;
	end loop;
end
$$;
comment on function belfort.apart_drop(text, timestamptz) is
	'Drops the partitions that ended before then, and whose days are over, of what nothing of the running system may change; for the operator, who is a member of the role that owns it.';
