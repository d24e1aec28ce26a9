create function disk_files(of_feature text, of_draft bigint, files json)
returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_agg(json_build_object('name', f.name, 'replaces', f.replaces,
		'what', case when f.back then 'base' end,
		'text', case when not f.back then f.text end))
	from (select d.name, d.text, d.replaces, d.text is not distinct from n.text as back
		from json_to_recordset(files) d (name text, text text, replaces text)
		left join force_files(of_feature) n on n.name = d.name) f
	where not f.back or exists (select from changed_files(of_draft) c
		where c.name = f.name);
$$;
comment on function disk_files(text, bigint, json) is
	'FILES found on disk, as edition_put() takes them: what is as in force again is so in a draft that changes it, and else nothing.';
