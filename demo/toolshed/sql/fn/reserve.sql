create function reserve(nr integer, van date, tot date, naam text)
returns json
language plpgsql
security definer set search_path = toolshed, pg_temp
as $$
declare
	new_code text := code_make();
begin
	if van < current_date or tot < van or tot > current_date + 90 then
		raise 'wrong_days' using errcode = 'BF000';
	elsif tot - van >= 14 then
		raise 'too_long' using errcode = 'BF000';
	elsif not exists (select from thing where id = nr) then
		raise 'not_found' using errcode = 'BF000';
	end if;
	insert into reservation (thing, during, who, code)
	values (nr, daterange(van, tot, '[]'), nullif(trim(naam), ''), new_code);
	return json_build_object('code', new_code);
exception when exclusion_violation then
	raise 'taken' using errcode = 'BF000';
end
$$;
comment on function reserve(integer, date, date, text) is
	'Keeps a thing for somebody for whole days; gives the code to come back with.';
