create function letter_new(session text, resident uuid, code text, shown text)
returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	staff uuid := (select w.account from who(session) w
		where may(w.account, 'people.letter'));
	called text := (select n.name from resident_named(resident) n);
begin
	if staff is null then
		raise exception 'forbidden' using errcode = 'BF000';
	end if;
	delete from letter l where l.resident = letter_new.resident and l.used is null;
	insert into letter (code, resident, made_by)
	select letter_new.code, letter_new.resident, staff where called is not null;
	if not found then
		return null;
	end if;
	perform access.note(session, 'people.letter', letter_new.resident);
	perform message_put(null, null, 'letter_code', jsonb_build_object(
		'resident', letter_new.resident, 'name', called, 'code', shown));
	return json_build_object('name', called, 'shown', shown,
		'ends', current_date + 30);
end;
$$;
comment on function letter_new(text, uuid, text, text) is
	'Makes a letter with a code for somebody in the register; one of before works no longer.';
