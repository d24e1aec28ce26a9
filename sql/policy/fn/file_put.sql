create function file_put(of_draft bigint, who uuid, of_name text, new_text text,
	of_seen integer) returns json
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	d draft;
	f record;
	kept bigint;
begin
	select * into d from draft t where t.id = of_draft for update;
	select * into f from file_now(of_draft, of_name);
	perform hand_put(of_draft, who, 'writer');
	if state_of(d) <> 'draft' or f.edition <> of_seen then
		insert into aside (draft, name, text, seen, account)
		values (of_draft, of_name, coalesce(new_text, ''), of_seen, who)
		on conflict (draft, name, account) where settled is null
			do update set text = excluded.text, seen = excluded.seen, made = now()
		returning id into kept;
		return json_build_object('aside', kept);
	elsif new_text is distinct from f.text or f.replaces is distinct from f.force_sha256 then
		perform edition_put(of_draft, who, json_build_array(json_build_object(
			'name', of_name, 'text', case when new_text is distinct from f.force_text then new_text end,
			'what', case when new_text is not distinct from f.force_text then 'base' end,
			'replaces', f.force_sha256)));
	end if;
	return json_build_object('aside', null);
end;
$$;
comment on function file_put(bigint, uuid, text, text, integer) is
	'Another text of a file, or null: it goes. SEEN is the edition that was read; when a colleague saved since, or the draft is no longer written, the text is kept aside instead.';
