create function desk_leave(session text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	d desk := desk_of(desk_leave.session);
begin
	update ticket set state = 'done', ended = now() where id = desk_now(d);
	delete from desk where staff = d.staff;
	return '{}';
end;
$$;
comment on function desk_leave(text) is 'A civil servant stops at their desk.';
