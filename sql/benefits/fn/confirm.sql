create function confirm(session text, naam text, sha256 text, tot date)
returns json
language sql
security definer set search_path = benefits, ext, pg_temp
as $$
	select confirm_parts((select account from people.actor(confirm.session)),
		array[confirm.naam], confirm.tot, confirm.sha256);
	select '{}'::json;
$$;
comment on function confirm(text, text, text, date) is
	'A civil servant confirms the file that they read, when it is still in force.';
