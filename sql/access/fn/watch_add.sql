create function watch_add(session text, naam text, geboren date, straat text,
	huisnummer text, reden text) returns json
language plpgsql
security definer set search_path = access, ext, pg_temp
as $$
declare
	who uuid := (select account from people.actor(watch_add.session));
	someone uuid;
begin
	if naam is not null and geboren is not null then
		someone := people.found(naam, geboren, straat, 'naam');
		perform note(watch_add.session, 'access.watch', someone, reden);
	elsif straat is null or huisnummer is null then
		raise exception 'watch_whom' using errcode = 'BF000', column = 'naam';
	else
		perform note(watch_add.session, 'access.watch', o, reden)
		from people.lives(straat, huisnummer) o;
	end if;
	insert into watch (resident, street, house, reason, added_by)
	select someone, straat, huisnummer, reden, who where someone is null
	union all
	select someone, null, null, reden, who where someone is not null;
	return '{}';
end;
$$;
comment on function watch_add(text, text, date, text, text, text) is
	'From now on looks at that person, or at who lives at that address, are shown to who audits; that is a look itself.';
