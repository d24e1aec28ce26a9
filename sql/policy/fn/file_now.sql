create function file_now(of_draft bigint, of_name text)
returns table (text text, edition integer, what text, replaces text,
	force_text text, force_sha256 text)
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select case when coalesce(c.what, 'base') = 'base' then f.text else c.text end,
		coalesce(c.edition, 0), coalesce(c.what, 'base'),
		case when coalesce(c.what, 'base') = 'base' then f.sha256
			else c.replaces end,
		f.text, f.sha256
	from draft d
	left join force_files(d.feature) f on f.name = of_name
	left join lateral (select * from draft_file t
		where t.draft = d.id and t.name = of_name
		order by t.edition desc limit 1) c on true
	where d.id = of_draft;
$$;
comment on function file_now(bigint, text) is
	'A file of a draft as it is now, the edition that left it so, and the text in force; a text is null where there is none.';
