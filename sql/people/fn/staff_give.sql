create function staff_give(words json) returns json
language plpgsql
set search_path = people, ext, pg_temp
as $$
declare
	one account := staff_find(words ->> 'email');
begin
	perform right_give_here(one.id, words ->> 'right', words ->> 'reason');
	return json_build_object('text', format('%s has the right %s.', one.name, words ->> 'right'));
end;
$$;
comment on function staff_give(json) is 'Gives a civil servant a right, for who works on the machine.';
