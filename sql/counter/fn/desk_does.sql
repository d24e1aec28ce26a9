create function desk_does(session text, what text, nu bigint, dienst text)
returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	d desk := desk_of(desk_does.session);
	t ticket;
begin
	if what = 'door' and not exists (
		select from offered(d.place) o where o.service = dienst) then
		raise exception 'not_offered' using errcode = 'BF000';
	end if;
	select * into t from ticket o where o.id = nu and o.staff = d.staff
	and o.day = d.day and (o.ended is not null) = (what = 'terug');
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	if what = 'opnieuw' then
		update ticket set called = now(), calls = calls + 1 where id = t.id;
	elsif what in ('klaar', 'afwezig') then
		update ticket set ended = now(), state = case what
			when 'klaar' then 'done' else 'absent' end
		where id = t.id;
	elsif what in ('door', 'terug') then
		update ticket set state = 'waiting', staff = null, desk = null,
			called = null, ended = null,
			service = coalesce(dienst, service)
		where id = t.id;
	else
		return null;
	end if;
	return '{}';
end;
$$;
comment on function desk_does(text, text, bigint, text) is
	'What a desk does with who it called: call again, done, did not come, send on to another service, or back in the queue, where they keep their time.';
