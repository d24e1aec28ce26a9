create function provider_enter(fresh text, session text, device text, issuer text,
	subject text, sid text, name text, level text, signed text, number text,
	lang text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	mine uuid := provider_account(issuer, subject,
		resident_by_number(number), name, lang);
begin
	perform session_open(fresh, session, mine, level, 'provider', device);
	update session s
	set signed = least(now(), to_timestamp(coalesce(provider_enter.signed, '0')::double precision))
	where s.id = fresh;
	insert into provider_session (session, issuer, subject, sid)
	values (fresh, provider_enter.issuer, provider_enter.subject, provider_enter.sid);
	update account a set name = provider_enter.name
	where a.id = mine and a.name <> provider_enter.name;
	return '{}';
end;
$$;
comment on function provider_enter(text, text, text, text, text, text, text, text, text, text, text) is
	'Begins a session of whom the provider vouches for.  SIGNED is when they showed it who they are; unknown is long ago.';
