create or replace function probe.thing(nr integer) returns json
language plpgsql stable security definer
set search_path = probe, pg_temp
as $$
begin
	if nr = 7 then
		return null;
	elsif nr = 8 then
		raise exception 'conflict' using errcode = 'BF000';
	elsif nr = 9 then
		raise exception 'no_such_kind' using errcode = 'BF000';
	elsif nr = 10 then
		return json_build_object('x', 1 / (nr - 10));
	end if;
	return json_build_object('nr', nr);
end
$$;
