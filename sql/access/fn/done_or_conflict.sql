create function done_or_conflict(done boolean) returns json
language plpgsql immutable
set search_path = access, pg_temp
as $$
begin
	if not done then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	return '{}';
end;
$$;
comment on function done_or_conflict(boolean) is
	'The empty document of what was done; else somebody was first, or may not.';
