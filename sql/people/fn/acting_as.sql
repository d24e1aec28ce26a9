create function acting_as(session text)
returns table (account uuid, actor uuid, on_behalf_of uuid, name text, mandate bigint)
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
#variable_conflict use_column
begin
	return query select w.account, coalesce(w.helper, w.account),
		coalesce(m.on_behalf, w.resident), resident_name(m.on_behalf), m.id
	from who(acting_as.session) w
	left join acting a on a.session = acting_as.session
	left join mandate m on m.id = a.mandate and m.actor = w.resident
		and mandate_holds(m);
end;
$$;
comment on function acting_as(text) is
	'Who does something in a session, and for whom; both are kept with what was done. ACTOR is the account of who does it: of ACCOUNT itself, or of the civil servant who helps them. ON_BEHALF_OF is the resident whose rights count; MANDATE and NAME tell by which paper, where it is not ACCOUNT''s own.';
