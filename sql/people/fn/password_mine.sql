create function password_mine(session text) returns json
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
declare
	one record;
begin
	select w.*, p.phc into one from who(session) w
	left join password p on p.account = w.account;
	if one.phc is null and lacks(one.account, one.kind, one.level, one.signed, 'fresh') is not null then
		raise exception 'fresh' using errcode = 'BF000';
	end if;
	return json_build_object('phc', one.phc);
end;
$$;
comment on function password_mine(text) is
	'What is kept of somebody''s own password; who has none must have signed in just now.';
