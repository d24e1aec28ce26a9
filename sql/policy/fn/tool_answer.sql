create function tool_answer(of_draft bigint) returns json
language sql stable
set search_path = policy, ext, pg_temp
return json_build_object('draft', draft_row(of_draft),
	'files', draft_texts(of_draft));
comment on function tool_answer(bigint) is
	'A draft, and all files as they are with it.';
