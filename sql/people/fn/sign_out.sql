create function sign_out(session text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select help_over(sign_out.session);
	with gone as (
		delete from session s where s.id = sign_out.session returning s.method)
	select json_build_object('method', (select g.method from gone g));
$$;
comment on function sign_out(text) is 'Ends a session; how it began.';
