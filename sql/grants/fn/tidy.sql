create function tidy() returns json
language plpgsql
security definer set search_path = grants, ext, pg_temp
as $$
declare
	late text[] := array(select s.household from stuck s
		where s.at < now() - interval '10 minutes' limit 100);
begin
	update granted g set state = 'ended', changed = now()
	where g.state = 'ending' and g.ends < current_date;
	update stuck s set at = now() where s.household = any (late);
	perform facts.pending_put(late, current_date) where late <> '{}';
	perform held_free();
	return '{}';
end;
$$;
comment on function tidy() is
	'What ends today has ended; what could not be kept is tried again, and who waited for a rule that was stopped is decided on when it goes on.';
