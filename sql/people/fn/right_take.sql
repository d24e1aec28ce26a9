create function right_take(session text, nr bigint, reden text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	me uuid := (select w.account from who(right_take.session) w);
	beyond boolean := exists (select from right_given g where g.id = right_take.nr
		and not may_grant(me, g.service, g.neighbourhood));
begin
	-- Two who take each other's must not leave nobody.
	perform from right_given where name = 'people.grant' and taken is null
	order by id for update;
	update right_given g set taken = now(), taken_by = me, taken_reason = reden
	where g.id = right_take.nr and g.taken is null;
	if not found then
		raise exception 'right_over' using errcode = 'BF000', column = 'reden';
	elsif not exists (select from account a where a.closed is null
		and may(a.id, 'people.grant')) then
		raise exception 'last_grant' using errcode = 'BF000', column = 'reden';
	elsif beyond then
		raise exception 'beyond_you' using errcode = 'BF000', column = 'reden';
	end if;
	return '{}';
end;
$$;
comment on function right_take(text, bigint, text) is
	'Takes a right back, in the name of who is signed in; somebody must go on giving rights.';
