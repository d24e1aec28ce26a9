create function keep(hash text, document json, of_draft bigint, of_edition integer)
returns json
language plpgsql
security definer set search_path = preview, pg_temp
as $$
begin
	update question q set document = keep.document
	where q.hash = keep.hash and q.document is null;
	if of_draft is not null then
		perform policy.preview_keep(of_draft, of_edition, keep.document);
	end if;
	return json_build_object('kept', true);
end;
$$;
comment on function keep(text, json, bigint, integer) is
	'What came out of a question, so that it comes out the same again; of a draft also for who reads it.';
