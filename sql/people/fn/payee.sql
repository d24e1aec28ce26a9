create function payee(resident uuid)
returns table (account uuid, name text, iban text, address text, lang text)
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select a.id, coalesce(resident_name(r.id), ''), r.iban,
		address_line(r.id), coalesce(a.lang, 'nl')
	from resident r
	left join account a on a.resident = r.id and a.closed is null
	where r.id = payee.resident;
$$;
comment on function payee(uuid) is
	'For other features: whom to pay. Their account here, or null; name, account number and address in the register; their language.';
