create function resident_pick(name text, born date, street text, field text)
returns uuid
language plpgsql stable
set search_path = people, ext, pg_temp
as $$
declare
	found_ids uuid[];
begin
	select array_agg(resident) into found_ids from residents_find(name, born) f
	where street is null or fold(coalesce(f.address, '')) like '%' || fold(street) || '%';
	if found_ids is null then
		raise exception 'nobody_called_so' using errcode = 'BF000', column = field;
	elsif cardinality(found_ids) > 1 then
		raise exception 'more_called_so' using errcode = 'BF000',
			column = field || '_straat';
	end if;
	return found_ids[1];
end;
$$;
comment on function resident_pick(text, date, text, text) is
	'The one resident who is called so and was born then; where there are more, it asks for the street. FIELD is told what is wrong.';
