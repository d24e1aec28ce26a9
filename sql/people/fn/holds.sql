create function holds(session text, right_name text) returns boolean
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select exists (select from who(holds.session) w
		where w.kind = 'staff' and may(w.account, holds.right_name));
$$;
comment on function holds(text, text) is
	'For other features: whether who is signed in is a civil servant with that right, so that a page shows what they can do.';
