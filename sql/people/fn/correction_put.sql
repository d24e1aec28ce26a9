create function correction_put(session text, fout text, juist text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	insert into correction (account, actor, wrong, wanted)
	select a.account, a.actor, fout, juist from acting_as(correction_put.session) a
	returning '{}'::json;
$$;
comment on function correction_put(text, text, text) is
	'Somebody says that what is kept about them is not right.';
