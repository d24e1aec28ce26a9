create function right_give(session text, collega text, recht text, dienst text,
	wijk integer, van date, tot date, reden text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	me uuid := (select w.account from who(right_give.session) w);
	to_account uuid := (select a.id from account a where a.id::text = collega
		and a.kind = 'staff' and a.closed is null and ways(a.id) > 0);
	first_day date := coalesce(van, current_date);
begin
	if to_account is null then
		raise exception 'no_colleague' using errcode = 'BF000', column = 'collega';
	elsif to_account = me then
		raise exception 'not_yourself' using errcode = 'BF000', column = 'collega';
	elsif not may_grant(me, dienst, wijk) then
		raise exception 'beyond_you' using errcode = 'BF000', column = 'dienst';
	elsif not exists (select from belfort.permission p where p.name = recht) then
		raise exception 'no_right' using errcode = 'BF000', column = 'recht';
	elsif first_day < current_date then
		raise exception 'day_past' using errcode = 'BF000', column = 'van';
	elsif tot < first_day then
		raise exception 'day_order' using errcode = 'BF000', column = 'tot';
	end if;
	insert into right_given (account, name, service, neighbourhood, from_day,
		to_day, reason, given_by)
	values (to_account, recht, dienst, wijk, first_day, tot, reden, me);
	return '{}';
end;
$$;
comment on function right_give(text, text, text, text, integer, date, date, text) is
	'Gives a colleague a right, in the name of who is signed in, and for no more than they may give rights for.';
