create function about_hidden() returns text[]
language sql immutable
set search_path = people, pg_temp
as $$
	select array['id', 'account', 'resident', 'actor', 'on_behalf', 'phc', 'token',
		'code', 'mac', 'sealed', 'key', 'data', 'secret', 'public_key',
		'salt', 'next_salt', 'last_step', 'session', 'counter',
		'nr', 'given_by', 'taken_by', 'printed_by', 'answered_by', 'ended_by', 'made_by', 'helper'];
$$;
comment on function about_hidden() is
	'Columns that say nothing to who reads what is kept about them: secrets, and numbers of rows.';
