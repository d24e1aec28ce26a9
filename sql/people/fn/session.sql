create function session(session text, needs text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	one record;
	wrong text;
begin
	select * into one from who(session.session);
	if not found then
		raise exception 'sign_in' using errcode = 'BF000';
	end if;
	select lacks(one.account, one.kind, one.level, one.signed, need)
	into wrong
	from unnest(string_to_array(needs, ' ')) with ordinality n(need, nr)
	where lacks(one.account, one.kind, one.level, one.signed, need) is not null
	order by nr limit 1;
	if wrong is not null then
		raise exception '%', wrong using errcode = 'BF000';
	end if;
	if one.seen < now() - interval '1 minute' then
		update session s set seen = now() where s.id = session.session;
	end if;
	return json_build_object('kind', one.kind, 'name', one.name,
		'is_' || one.kind, true, 'level', one.level,
		'for', (select a.name from acting_as(session.session) a));
end;
$$;
comment on function session(text, text) is
	'Who is signed in, when they may do what a page needs; raises what they lack.';
