create function tool_preview(document json) returns json
language plpgsql stable
set search_path = policy, ext, pg_temp
as $$
declare
	of_draft bigint := (document ->> 'draft')::bigint;
begin
	perform tool_who(document);
	if draft_row(of_draft) ->> 'feature' is distinct from document ->> 'feature' then
		raise exception '%', tool_told('not_found');
	end if;
	return json_build_object('draft', draft_row(of_draft),
		'kept', preview_kept(of_draft));
end;
$$;
comment on function tool_preview(json) is
	'For a user of the machine: what the preview of a draft, as it is now, showed; "kept" is null where none was made.';
