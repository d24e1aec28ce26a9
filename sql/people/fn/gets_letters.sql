create function gets_letters(account uuid) returns boolean
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select a.resident is not null and email_usable(a.id) is null
	from account a where a.id = gets_letters.account;
$$;
comment on function gets_letters(uuid) is
	'For other features: whether what they tell somebody goes by letter, which takes days.';
