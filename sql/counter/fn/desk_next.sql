create function desk_next(session text, nu bigint) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	d desk := desk_of(desk_next.session);
begin
	if desk_now(d) is not distinct from nu then
		update ticket set state = 'done', ended = now() where id = nu;
		update ticket set state = 'called', staff = d.staff,
			desk = d.name, called = clock_timestamp(), calls = 1
		where id = (select next_for(d));
	end if;
	return '{}';
end;
$$;
comment on function desk_next(text, bigint) is
	'Ends who sits at the desk, and calls the next one. NU is who sat there when the page was made: who presses twice calls one.';
