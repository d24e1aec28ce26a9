create function patience(seconds integer) returns json
language sql
security definer set search_path = facts, ext, pg_temp
as $$
	select json_build_object('statement_timeout',
		set_config('statement_timeout', seconds || 's', false));
$$;
comment on function patience(integer) is
	'How long what this connection asks may take from now on: a large file takes longer than a page.';
