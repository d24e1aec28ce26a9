create function who(session text)
returns table (account uuid, resident uuid, kind text, name text, level text,
	signed timestamptz, seen timestamptz)
language sql stable
set search_path = people, ext, pg_temp
as $$
	select a.id, a.resident, a.kind,
		coalesce(resident_name(a.resident), a.name), s.level, s.signed, s.seen
	from session s join account a on a.id = s.account
	where s.id = who.session and s.ends > now() and a.closed is null
	and s.seen > now() - interval '1 hour';
$$;
comment on function who(text) is
	'Who is signed in with that session; no row when nobody is, or when it was left alone for an hour.';
