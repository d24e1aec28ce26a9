create function file_rows(of_draft bigint, of_edition integer)
returns setof draft_file
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select distinct on (f.name) f.* from draft_file f
	where f.draft = of_draft and f.edition <= of_edition
	order by f.name, f.edition desc;
$$;
comment on function file_rows(bigint, integer) is
	'Each file that a draft touched, as an edition left it.';
