create function moved_names(d draft) returns text
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select string_agg(c.name, ', ' order by c.name)
	from changed_files(d.id) c
	left join force_files(d.feature) f on f.name = c.name
	where c.replaces is distinct from f.sha256;
$$;
comment on function moved_names(draft) is
	'The files of a draft of which another text is in force by now; null: none.';
