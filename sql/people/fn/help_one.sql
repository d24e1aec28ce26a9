create function help_one(session text, resident uuid) returns json
language sql
security definer set search_path = people, ext, pg_temp
as $$
	select help_people(help_one.session, array[help_one.resident])
	from who(help_one.session) w
	where exists (select from help_rights(w.account, help_one.resident));
$$;
comment on function help_one(text, uuid) is
	'One resident whom who asks may help; null: there is none.';
