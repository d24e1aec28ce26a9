create function actor(session text)
returns table (account uuid, resident uuid, kind text, name text, level text)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select w.account, w.resident, w.kind, w.name, w.level
	from who(actor.session) w;
$$;
comment on function actor(text) is
	'For other features: who is signed in with that session, or no row.';
