create function letter_link(session text, code text, born date, who text,
	network text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one letter := letter_take(code, born);
	mine uuid := (select w.account from who(session) w where w.resident is null);
begin
	perform account_give_way(one.resident, mine);
	update account a set resident = one.resident
	where a.id = mine and a.resident is null;
	if not found then
		raise exception 'letter_other' using errcode = 'BF000';
	end if;
	perform attempt_end(who, network);
	return '{}';
exception when unique_violation then
	raise exception 'letter_other' using errcode = 'BF000';
end;
$$;
comment on function letter_link(text, text, date, text, text) is
	'Links the account that is signed in to who the letter is for.';
