create function decision_of(number text) returns decision
language plpgsql stable
set search_path = grants, ext, pg_temp
as $$
declare
	d decision;
begin
	select * into d from decision t where t.number = decision_of.number;
	if not found then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	return d;
end;
$$;
comment on function decision_of(text) is 'The decision with that number.';
