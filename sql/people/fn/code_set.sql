create function code_set(session text, salt text, phc text, step bigint,
	marks text[]) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select code_keep(w.account, salt, phc, step, marks)
	from who(code_set.session) w;
	select '{}'::json;
$$;
comment on function code_set(text, text, text, bigint, text[]) is
	'Sets up an app with codes for who is signed in.';
