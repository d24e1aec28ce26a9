create function password_page(session text) returns json
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select json_build_object('has_password', (password_mine(session) ->> 'phc') is not null);
$$;
comment on function password_page(text) is
	'Whether somebody has a password to change; who has none must have signed in just now.';
