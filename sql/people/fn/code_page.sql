create function code_page(session text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select code_start(w.account) from who(code_page.session) w;
$$;
comment on function code_page(text) is 'An app with codes for who is signed in.';
