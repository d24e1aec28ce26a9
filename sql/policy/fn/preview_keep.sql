create function preview_keep(draft bigint, edition integer, document json)
returns void
language sql
security definer set search_path = policy, ext, pg_temp
as $$
	insert into preview as p (draft, edition, document)
	select d.id, preview_keep.edition, preview_keep.document
	from draft d where d.id = preview_keep.draft
	and d.edition = preview_keep.edition
	on conflict on constraint preview_pkey do update
		set document = excluded.document, made = now();
$$;
comment on function preview_keep(bigint, integer, json) is
	'For the plugin preview: what a draft does, as it is now.';
