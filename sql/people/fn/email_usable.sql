create function email_usable(account uuid) returns text
language sql stable
set search_path = people, ext, pg_temp
as $$
	select a.email from account a
	left join preference p on p.account = a.id
	where a.id = email_usable.account
	and a.email is not null and not coalesce(p.by_letter, false)
	and not exists (select from address_dead d where d.email = lower(a.email));
$$;
comment on function email_usable(uuid) is
	'Where somebody gets mail; null: nowhere, or they asked for letters.';
