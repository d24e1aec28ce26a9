create function looker(session text, out account uuid, out resident uuid,
	out reason text, out service text)
language plpgsql stable
security definer set search_path = people, ext, pg_temp
as $$
declare
	h helping;
begin
	select s.account into looker.account
	from session s join account a on a.id = s.account
	where s.id = looker.session and s.ends > now()
	and s.seen > now() - interval '1 hour'
	and a.kind = 'staff' and a.closed is null;
	select * into h from helping o where o.session = looker.session;
	if not found or not helping_holds(h) then
		return;
	end if;
	select h.resident, h.reason, g.service
	into looker.resident, looker.reason, looker.service
	from account a join right_given g on g.id = h.given
	where a.id = h.account and a.closed is null;
	if not found then
		looker.account := null;
	end if;
end;
$$;
comment on function looker(text) is
	'For the log, with each look, so no more than it needs of who(): the civil servant with that session, all null where there is none. While they help a RESIDENT: whom, for which REASON and SERVICE.';
