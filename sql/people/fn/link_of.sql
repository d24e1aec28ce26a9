create function link_of(token text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select coalesce((select json_build_object('email', l.email, 'name', a.name)
		from link l join account a on a.id = l.account
		where l.token = link_of.token and l.ends > now() and a.closed is null),
		json_build_object('gone', true));
$$;
comment on function link_of(text) is 'Whom a link in a mail is for.';
