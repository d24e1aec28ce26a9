create function decline(session text, number text) returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	m record;
	held text;
begin
	select * into strict m from mine(decline.session, decline.number);
	select t.state into held from granted t where t.id = (m.g).id for update;
	if held = 'declined' then
		return '{}';
	elsif held not in ('granted', 'ending') then
		raise exception 'over' using errcode = 'BF000';
	elsif not unpaid((m.g).id) then
		raise exception 'paid' using errcode = 'BF000';
	end if;
	update granted t set state = 'declined', ends = null, actor = m.actor,
		changed = now()
	where t.id = (m.g).id;
	return '{}';
end;
$$;
comment on function decline(text, text) is
	'A resident does not want what they were granted: it stays so for its period, and nothing is paid. What was paid already stays.';
