create function preview_kept(draft bigint) returns json
language sql stable
set search_path = policy, ext, pg_temp
as $$
	select json_build_object('made', p.made, 'edition', p.edition,
		'document', p.document)
	from preview p join draft d on d.id = p.draft and d.edition = p.edition
	where p.draft = preview_kept.draft;
$$;
comment on function preview_kept(bigint) is
	'The preview of the draft as it is now; null: none was made since it was changed.';
