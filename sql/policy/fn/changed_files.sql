create function changed_files(of_draft bigint, of_edition integer default null)
returns setof draft_file
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select * from (select distinct on (f.name) f.* from draft_file f
		where f.draft = of_draft
		and f.edition <= coalesce(of_edition, f.edition)
		order by f.name, f.edition desc) last
	where last.what <> 'base';
$$;
comment on function changed_files(bigint, integer) is
	'The files that a draft changes, as it is or as an edition left it.';
