create function tool_preview(document json) returns json
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	me uuid := tool_who(document);
	files json := document -> 'files';
	which bigint;
	d draft;
begin
	if files is null then
		d := tool_draft(document, false);
		files := draft_texts(d.id);
	end if;
	if document ->> 'feature' = 'benefits' then
		insert into trial (account, login, draft, edition, day, files)
		values (me, document ->> 'login', d.id, d.edition,
			(document ->> 'from')::date, files)
		returning id into which;
		notify belfort_jobs, 'preview';
	end if;
	return json_build_object('files', files, 'trial', which);
end;
$$;
comment on function tool_preview(json) is
	'A user of the machine has a draft, or other "files", tried on the whole city: "feature", "draft", "edition" or null, "login", "from" (the day; null: that of the draft, or today). "trial" is what to ask tool_tried() for; it is null for rules that decide on lines.';
