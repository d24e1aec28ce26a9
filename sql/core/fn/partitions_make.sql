create or replace function belfort.partitions_make(of_feature text,
	relation text, since text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	month date;
begin
	if not belfort.is_partitioned(relation, since) then
		return;
	end if;
	for month in
		select m::date from generate_series(date_trunc('month', now()),
			now() + interval '1 month', interval '1 month') m
	loop
		continue when exists (
			select from belfort.partitions_of(relation, since)
			where until = month + interval '1 month');
		perform belfort.owner_run(belfort.owner_of(relation), of_feature,
			format('create table %s partition of %s
				for values from (%L) to (%L)',
				relation || to_char(month, '_YYYY_MM'), relation,
				month, (month + interval '1 month')::date));
	end loop;
end
$$;
comment on function belfort.partitions_make(text, text, text) is
	'For a table by ranges of that column: this month and the next.';
