create function stop_put(session text, code text, waarom text) returns json
language plpgsql
security definer set search_path = benefits, ext, pg_temp
as $$
declare
	who uuid := (select account from people.actor(stop_put.session));
begin
	perform stop_turn();
	if who is null or not exists (select from rule r
		where r.version = belfort.benefits_rules_now() and r.code = stop_put.code) then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	insert into stop (code, reason, stopped_by)
	values (stop_put.code, trim(stop_put.waarom), who)
	on conflict do nothing;
	if not found then
		raise exception 'stopped_already' using errcode = 'BF000';
	end if;
	return '{}';
end;
$$;
comment on function stop_put(text, text, text) is
	'One person stops a rule in force, with a reason that everybody reads.';
