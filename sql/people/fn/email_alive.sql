create function email_alive(email text) returns void
language sql
set search_path = people, ext, pg_temp
as $$
	delete from address_dead d where d.email = lower(email_alive.email);
$$;
comment on function email_alive(text) is
	'Mail arrives there again: its owner followed a link in one.';
