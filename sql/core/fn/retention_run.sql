create or replace function belfort.retention_run(of_feature text)
returns table (relation text, rows bigint)
language plpgsql
security definer set search_path = pg_catalog, pg_temp
as $$
declare
	p record;
	n bigint;
begin
	for p in
		select r.*, now() - make_interval(days => days) as before
		from belfort.personal r
		where feature = of_feature and days is not null
		order by nr for update
	loop
		perform belfort.partitions_make(p.feature, p.relation, p.since);
		n := case
			when belfort.is_apart(p.feature, p.relation) then 0
			when belfort.is_partitioned(p.relation, p.since) then
				belfort.partitions_drop(p.feature, p.relation, p.since,
					p.before)
			else belfort.feature_run(p.feature,
				belfort.removal_of(p.relation, p.columns, p.since, p.before))
			end;
		if n = 0 then
			update belfort.personal q set cleaned = now()
			where q.relation = p.relation and q.columns = p.columns;
			continue;
		end if;
		perform belfort.removal_count(p.feature, p.relation, p.columns, n);
		relation := p.relation;
		rows := n;
		return next;
	end loop;
end
$$;
comment on function belfort.retention_run(text) is
	'Removes what a feature keeps about people once its days are over, a share at a time; tells how much. Until it tells nothing there may be more. What is kept apart stays: the operator drops that.';
