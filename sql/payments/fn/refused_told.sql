create function refused_told(number text, reason text) returns void
language sql
set search_path = payments, ext, pg_temp
as $$
	select tell(c.resident, 'payment_refused', jsonb_build_object(
		'cents', c.cents, 'closed', refused_told.reason = 'AC04'))
	from claim c join reason r on r.code = refused_told.reason and r.theirs
	where c.number = refused_told.number;
$$;
comment on function refused_told(text, text) is
	'Asks for another account, where that helps.';
