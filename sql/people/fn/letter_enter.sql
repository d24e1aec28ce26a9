create function letter_enter(code text, born date, who text, network text,
	fresh text, session text, device text, lang text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one letter := letter_take(code, born);
	whose uuid;
	known boolean;
begin
	insert into account (kind, resident, name, lang)
	select 'resident', one.resident, n.name, letter_enter.lang
	from resident_named(one.resident) n
	on conflict do nothing;
	known := not found;
	select a.id into strict whose from account a
	where a.resident = one.resident and a.closed is null;
	if known then
		perform message_put(whose, null, 'new_sign_in',
			jsonb_build_object('device', device));
	end if;
	perform attempt_end(who, network);
	perform session_open(fresh, session, whose, 'low', 'letter', device);
	return '{}';
end;
$$;
comment on function letter_enter(text, date, text, text, text, text, text, text) is
	'Begins a session of somebody with the code of a letter, and makes their account when they have none; who has one is told, since somebody else may hold the letter.';
