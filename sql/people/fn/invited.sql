create function invited(code text) returns account
language sql stable
set search_path = people, ext, pg_temp
as $$
	select a from invitation i join account a on a.id = i.account
	where i.id = hash_of(code) and i.ends > now() and a.closed is null;
$$;
comment on function invited(text) is 'Who may come in by that link.';
