create function mail_take() returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	candidate integer;
	m mail;
begin
	perform pg_advisory_unlock_all();
	for candidate in
		select id from mail where ended is null and next <= now()
		order by next limit 100
	loop
		continue when not pg_try_advisory_lock('mail'::regclass::integer, candidate);
		update mail set
			unsure = unsure + (state = 'handing')::integer,
			state = 'handing', tries = tries + 1,
			next = clock_timestamp() + mail_delay(tries + 1)
		where id = candidate and ended is null and next <= now()
		returning * into m;
		if found then
			return json_build_object('id', m.id, 'key', m.key,
				'email', m.email, 'lang', m.lang, 'kind', m.kind,
				'data', m.data);
		end if;
		perform pg_advisory_unlock('mail'::regclass::integer, candidate);
	end loop;
	return '{}';
end;
$$;
comment on function mail_take() is
	'The mail to hand over now, or {}. Who takes it holds a lock until the end is told; one whose taker was killed comes again, and nobody knows whether it went.';
