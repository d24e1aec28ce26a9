create function preferences_set(session text, naam text, telefoon text,
	taal text, post text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one record;
begin
	select * into one from who(preferences_set.session);
	if telefoon !~ '^\+?[0-9 ./()-]{6,30}$' then
		raise exception 'no_phone' using errcode = 'BF000', column = 'telefoon';
	end if;
	update account a set lang = taal,
		name = case when one.resident is null then coalesce(naam, a.name) else a.name end
	where a.id = one.account;
	insert into preference (account, actor, by_letter, phone)
	values (one.account, coalesce(one.helper, one.account), post = 'brief', telefoon)
	on conflict (account) do update set by_letter = excluded.by_letter,
		phone = excluded.phone, actor = excluded.actor, changed = now();
	return json_build_object('cookie', case when one.helper is null then taal end);
end;
$$;
comment on function preferences_set(text, text, text, text, text) is
	'How somebody wants to hear from the city from now on. A name that the register knows is not changed here.';
