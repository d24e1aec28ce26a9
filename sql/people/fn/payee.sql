create function payee(resident uuid)
returns table (account uuid, name text, iban text, address text, lang text)
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
#variable_conflict use_column
begin
	return query select a.id, coalesce(resident_name(r.id), ''), r.iban,
		address_line(r.id), coalesce(a.lang, 'nl')
	from resident r
	left join account a on a.resident = r.id and a.closed is null
	where r.id = payee.resident;
end;
$$;
comment on function payee(uuid) is
	'For other features: whom to pay. Their account here, or null; name, account number and address in the register; their language.';
