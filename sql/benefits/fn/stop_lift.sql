create function stop_lift(session text, code text, waarom text) returns json
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
declare
	who uuid := (select account from people.actor(stop_lift.session));
	s stop;
begin
	perform stop_turn();
	select * into s from stop t
	where t.code = stop_lift.code and t.lifted is null;
	if who is null or s.id is null then
		raise exception 'not_found' using errcode = 'BF000';
	elsif s.stopped_by = who then
		raise exception 'your_own_stop' using errcode = 'BF000';
	end if;
	update stop t set lifted_by = who, lifted = clock_timestamp(),
		lift_reason = trim(stop_lift.waarom)
	where t.id = s.id;
	return '{}';
end;
$$;
comment on function stop_lift(text, text, text) is
	'Another person than who stopped a rule lets it go on, with a reason.';
