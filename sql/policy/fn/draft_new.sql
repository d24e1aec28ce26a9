create function draft_new(session text, titel text, bestand text) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	of_feature text := split_part(bestand, '/', 1);
	of_name text := split_part(bestand, '/', 2);
	id bigint;
begin
	if not exists (select from force_files(of_feature) f where f.name = of_name) then
		raise exception 'no_such_file' using errcode = 'BF000', column = 'bestand';
	end if;
	insert into draft (feature, title, base)
	values (of_feature, btrim(titel), version_now(of_feature))
	returning draft.id into id;
	perform hand_put(id, who(draft_new.session), 'writer');
	return json_build_object('id', id, 'name', of_name,
		'is_benefits', of_feature = 'benefits');
end;
$$;
comment on function draft_new(text, text, text) is
	'A civil servant begins to change a file, "benefits/huisvuil.lua".';
