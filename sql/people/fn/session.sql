create function session(session text, needs text, page text default null,
	wrote boolean default false) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
	one record;
	held text[];
	need text;
	wrong text;
begin
	select * into one from who(session.session);
	if not found then
		raise exception 'sign_in' using errcode = 'BF000';
	end if;
	foreach need in array string_to_array(needs, ' ') loop
		wrong := lacks(one.account, one.kind, one.level, one.signed, need,
			one.helper is not null);
		exit when wrong is not null;
	end loop;
	if wrong is null and needs ~ '\.' and needs ~ '\mfresh\M'
		and ways(one.account) < 2 then
		wrong := 'second_key';
	end if;
	if wrong is not null then
		raise exception '%', wrong using errcode = 'BF000';
	end if;
	if one.seen < now() - interval '1 minute' then
		update session s set seen = now() where s.id = session.session;
	end if;
	if one.helper is not null and page <> '' then
		perform help_note(session.session, page, wrote);
	end if;
	held := case when one.kind = 'staff' then rights_held(one.account) end;
	return json_build_object('kind', one.kind, 'name', one.name,
		'is_' || one.kind, true, 'level', one.level, 'rights', (
			select json_agg(p.name) from belfort.permission p
			where p.name = any (held)),
		'for', (select a.name from acting_as(session.session) a
			where exists (select from acting o where o.session = session.session)),
		'helping', (select json_build_object('name', one.name,
				'reason', h.reason,
				'seconds', extract(epoch from helping_quiet())::integer)
			from helping h
			where one.helper is not null and h.session = session.session));
end;
$$;
comment on function session(text, text, text, boolean) is
	'Who is signed in, when they may do what a page needs; raises what they lack. What needs a right and care needs two keys too. Who helps a resident is noted with the PAGE that they see, or write.';
