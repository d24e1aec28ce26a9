create function changed_files(of_draft bigint) returns setof draft_file
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select f.* from draft d cross join lateral file_rows(d.id, d.edition) f
	where d.id = of_draft and f.what <> 'base';
$$;
comment on function changed_files(bigint) is 'The files that a draft changes.';
