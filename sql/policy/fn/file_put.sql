create function file_put(of_draft bigint, who uuid, of_name text, new_text text,
	of_seen integer, of_from text) returns json
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	d draft;
	f record;
	kept bigint;
	made_from text;
	is_base boolean;
begin
	if octet_length(new_text) > 262144 then
		raise exception 'file_too_long' using errcode = 'BF000', column = 'tekst';
	end if;
	select * into d from draft t where t.id = of_draft for update;
	select * into f from file_now(of_draft, of_name);
	made_from := coalesce(of_from, f.force_sha256);
	is_base := new_text is not distinct from f.force_text or hash_of(new_text) = made_from;
	perform hand_put(of_draft, who, 'writer');
	if state_of(d) <> 'draft' or f.edition <> of_seen then
		insert into aside (draft, name, text, seen, account)
		values (of_draft, of_name, coalesce(new_text, ''), of_seen, who)
		on conflict (draft, name, account) where settled is null
			do update set text = excluded.text, seen = excluded.seen, made = now()
		returning id into kept;
		return json_build_object('aside', kept);
	elsif new_text is distinct from f.text or f.replaces is distinct from made_from then
		perform edition_put(of_draft, who, json_build_array(json_build_object(
			'name', of_name, 'text', case when not is_base then new_text end,
			'what', case when is_base then 'base' end,
			'replaces', made_from)));
	end if;
	return json_build_object('aside', null);
end;
$$;
comment on function file_put(bigint, uuid, text, text, integer, text) is
	'Another text of a file. SEEN is the edition that was read; when a colleague saved since, or the draft is no longer written, the text is kept aside instead. FROM: SHA-256 of the text in force that was read beside it; when another one came in force since, the draft tells that until it was looked at.';
