create function question_drop(id integer) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
begin
	update question q set next = now() + interval '1 day'
	where q.id = question_drop.id;
	perform pg_advisory_unlock_all();
	return '{}';
end;
$$;
comment on function question_drop(integer) is
	'A question that cannot be asked today, because the number of the resident cannot be opened: tomorrow again.';
