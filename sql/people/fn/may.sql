create function may(account uuid, right_name text) returns boolean
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
begin
	return right_name = any (rights_held(may.account));
end;
$$;
comment on function may(uuid, text) is
	'Whether a civil servant has that right today, be it for one service or neighbourhood.';
