create function staff_add(words json) returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	new_id uuid;
begin
	insert into account (kind, name, email, login)
	values ('staff', words ->> 'name', words ->> 'email', words ->> 'login')
	returning id into new_id;
	if (words ->> 'admin')::boolean then
		perform right_give_here(new_id, 'people.grant', 'The first who gives rights to others.');
	end if;
	return staff_link(words);
exception when check_violation then
	raise exception 'that is no name, e-mail address or user of the machine';
when unique_violation then
	raise exception 'a civil servant has that e-mail address or that user already'
		using hint = 'belfort staff list shows them';
end;
$$;
comment on function staff_add(json) is
	'Makes the account of a civil servant, for who works on the machine.';
