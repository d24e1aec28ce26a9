create or replace function belfort.partitions_drop(of_feature text,
	relation text, since text, before timestamptz) returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	old text;
	n bigint := 0;
begin
	for old in
		select name from belfort.partitions_of(relation, since)
		where until <= before
	loop
		n := n + belfort.owner_run(belfort.owner_of(relation), of_feature,
			format('select from %s', old));
		perform belfort.owner_run(belfort.owner_of(relation), of_feature,
			format('drop table %s', old));
	end loop;
	return n;
end
$$;
comment on function belfort.partitions_drop(text, text, text, timestamptz) is
	'Drops the partitions of which all is too old; how many rows they held.';
