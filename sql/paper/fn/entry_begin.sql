create function entry_begin(session text, code text, token text,
	ontvangen date, nummer text) returns json
language plpgsql
security definer set search_path = paper, pg_temp
as $$
begin
	perform known(entry_begin.code, null, 'nl');
	if ontvangen not between current_date - 3650 and current_date then
		raise exception 'not_received' using errcode = 'BF000', column = 'ontvangen';
	end if;
	insert into entry (token, form, account, received, number)
	select entry_begin.token, entry_begin.code, w.account, ontvangen,
		nullif(trim(nummer), '')
	from people.actor(entry_begin.session) w;
	return '{}';
end;
$$;
comment on function entry_begin(text, text, text, date, text) is
	'Somebody begins to enter a paper that came in.';
