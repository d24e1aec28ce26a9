create function help_end(session text, fresh text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select help_over(help_end.session);
	select session_renew(help_end.session, help_end.fresh);
	select '{}'::json;
$$;
comment on function help_end(text, text) is
	'Who helped somebody goes on as themselves.';
