create function shift_add(session text, plaats text, dag date, van text,
	tot text, talen text, dienst text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	who uuid := (select account from people.actor(shift_add.session));
	during tstzrange;
begin
	if van !~ '^([01]\d|2[0-3]):[0-5]\d$' then
		raise exception 'no_time' using errcode = 'BF000', column = 'van';
	elsif tot !~ '^([01]\d|2[0-3]):[0-5]\d$' or tot <= van then
		raise exception 'no_time' using errcode = 'BF000', column = 'tot';
	elsif dag < current_date or dag > current_date + 366 then
		raise exception 'no_day' using errcode = 'BF000', column = 'dag';
	end if;
	during := tstzrange(moment(dag || 'T' || van), moment(dag || 'T' || tot));
	insert into shift (staff, place, services, langs, during)
	select who, shift_add.plaats,
		case when dienst is null then (select array_agg(id) from service)
			else array[dienst] end,
		string_to_array(shift_add.talen, '+'), during;
	return '{}';
exception
	when exclusion_violation then
		raise exception 'busy' using errcode = 'BF000', column = 'van';
	when foreign_key_violation then
		raise exception 'not_found' using errcode = 'BF000';
end;
$$;
comment on function shift_add(text, text, date, text, text, text, text) is
	'A civil servant says when they are where.';
