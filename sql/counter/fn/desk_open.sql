create function desk_open(session text, plaats text, loket text, talen text,
	dienst text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	who uuid := (select account from people.actor(desk_open.session));
	named text := upper(trim(loket));
begin
	if named !~ '^[0-9A-Z]{1,3}$' then
		raise exception 'no_desk_name' using errcode = 'BF000', column = 'loket';
	end if;
	delete from desk d where d.staff = who or d.day < current_date
	or (d.place = plaats and d.name = named and not exists (
		select from ticket t where t.staff = d.staff
		and t.day = d.day and t.state = 'called'));
	insert into desk (staff, place, name, services, langs)
	values (who, plaats, named,
		case when dienst is null then (select array_agg(id) from service)
			else array[dienst] end,
		string_to_array(talen, '+'));
	return '{}';
exception
	when unique_violation then
		raise exception 'desk_taken' using errcode = 'BF000', column = 'loket';
	when foreign_key_violation then
		raise exception 'not_found' using errcode = 'BF000';
end;
$$;
comment on function desk_open(text, text, text, text, text) is
	'A civil servant says at which desk they are today. Who left theirs without saying so gives way, unless somebody sits there.';
