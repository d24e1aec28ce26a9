create function draft(draft bigint) returns json
language sql stable
security definer set search_path = preview, pg_temp
as $$
	select json_build_object('draft', r.draft,
		'files', policy.draft_texts(draft.draft))
	from (select policy.draft_row(draft.draft) as draft) r
	where r.draft ->> 'feature' = 'benefits';
$$;
comment on function draft(bigint) is
	'A draft of the rules about rights: what it is, and the files as they are when it is in force.';
