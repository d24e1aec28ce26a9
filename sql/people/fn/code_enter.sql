create function code_enter(email text, phc text, step bigint, mark text,
	who text, network text, fresh text, session text, device text)
returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	me uuid := (select a.id from account a join password p on p.account = a.id
		where a.kind = 'staff' and a.closed is null
		and lower(a.email) = lower(code_enter.email) and p.phc = code_enter.phc);
begin
	if step is not null then
		update code_app c set last_step = step
		where c.account = me and c.last_step < step;
	else
		update recovery r set used = now()
		where r.account = me and r.code = mark and r.used is null;
	end if;
	if not found then
		raise exception 'code_wrong' using errcode = 'BF000', column = 'cijfers';
	end if;
	perform attempt_end(code_enter.who, code_enter.network);
	perform session_open(fresh, session, me, null, 'code', device);
	return '{}';
end;
$$;
comment on function code_enter(text, text, bigint, text, text, text, text, text, text) is
	'Begins the session of a civil servant whose password is right, with a code that was not used before.';
