create function provider_leave(issuer text, subject text, sid text, jti text)
returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	delete from provider_end e where e.heard < now() - interval '1 day';
	insert into provider_end (issuer, jti)
	values (provider_leave.issuer, provider_leave.jti)
	on conflict do nothing;
	if not found then
		raise exception 'bad_request' using errcode = 'BF000';
	end if;
	delete from session s using provider_session p
	where p.session = s.id and p.issuer = provider_leave.issuer
		and (provider_leave.subject is null or p.subject = provider_leave.subject)
		and (provider_leave.sid is null or p.sid = provider_leave.sid)
		and (provider_leave.subject is not null or provider_leave.sid is not null);
	return '{}';
end;
$$;
comment on function provider_leave(text, text, text, text) is
	'The provider says that somebody signed out, or that one session of theirs ended; the same word counts once.';
