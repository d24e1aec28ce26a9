create function draft_texts(draft bigint) returns json
language sql stable
security definer set search_path = policy, ext, pg_temp
as $$
	select (select json_agg(json_build_object('name', t.name, 'text', t.text)
			order by t.name collate "C")
		from (select coalesce(c.name, f.name) as name,
				case when c.name is null then f.text else c.text end as text
			from force_files(d.feature) f
			full join changed_files(d.id) c on c.name = f.name) t
		where t.text is not null)
	from draft d where d.id = draft_texts.draft;
$$;
comment on function draft_texts(bigint) is
	'For other features: all files as they are when a draft is in force, [{"name", "text"}]: those in force now, with what the draft changes on top.';
