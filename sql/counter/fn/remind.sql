create function remind(token text, link text, mine text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	a appointment;
	p place;
begin
	update appointment t set email = null
	where t.email is not null and lower(t.during) <= now();
	select * into a from appointment t
	where t.reminded is null and t.cancelled is null
	and (t.email is not null or t.account is not null)
	and lower(t.during) > now()
	and lower(t.during) <= now() + case when people.gets_letters(t.account)
		then interval '6 days' else interval '1 day' end
	order by lower(t.during) limit 1 for update skip locked;
	if not found then
		return '{}';
	end if;
	update appointment t set reminded = now(), email = null,
		link = case when a.account is null then token end
	where t.id = a.id;
	select * into p from place l where l.id = a.place;
	perform people.message_put(a.account, a.email, 'appointment',
		jsonb_build_object('at', lower(a.during), 'lang', a.page_lang,
			'time', to_char(lower(a.during), 'HH24:MI'),
			'where', p.name, 'address', p.address,
			'home', a.home is not null, 'forgets', a.account is null,
			'path', case when a.account is null then remind.link
				else remind.mine end));
	return json_build_object('more', true);
end;
$$;
comment on function remind(text, text, text) is
	'Reminds one person of an appointment the day before, or, by letter, six days before; {}: nobody is left. Reminding, noting that it was done and forgetting the address are one transaction: whoever is killed in it did nothing. TOKEN is the hash of the secret in LINK, for who has no account; MINE is where others find their appointments. It does not tell for what: a mail is no secret.';
