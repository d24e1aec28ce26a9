create function acting_as(session text)
returns table (account uuid, actor uuid, on_behalf_of uuid, name text, mandate bigint)
language sql stable
set search_path = people, ext, pg_temp
as $$
	select w.account, w.resident, coalesce(m.on_behalf, w.resident),
		resident_name(m.on_behalf), m.id
	from who(acting_as.session) w
	left join acting a on a.session = acting_as.session
	left join mandate m on m.id = a.mandate and m.actor = w.resident
		and mandate_holds(m);
$$;
comment on function acting_as(text) is
	'Who does something in a session, and for whom: ON_BEHALF_OF is the resident whose rights count, ACTOR the one who is signed in. MANDATE and NAME are null when they do it for themselves.';
