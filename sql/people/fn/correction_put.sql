create function correction_put(session text, fout text, juist text) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	insert into correction (account, wrong, wanted)
	select w.account, fout, juist from who(correction_put.session) w
	returning '{}'::json;
$$;
comment on function correction_put(text, text, text) is
	'Somebody says that what is kept about them is not right.';
