create function attempt_take(who text, free integer, forget interval)
returns void
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
begin
	insert into attempt as a (who, tries, until)
	values (attempt_take.who, 1, now())
	on conflict on constraint attempt_pkey do update set
		tries = attempt_tries(a.tries, a.seen, forget),
		seen = now(),
		until = now() + attempt_wait(attempt_tries(a.tries, a.seen, forget), free)
	where a.until <= clock_timestamp();
	if not found then
		perform attempt_refuse(greatest(a.until, now() + interval '1 second'))
		from attempt a where a.who = attempt_take.who;
	end if;
end;
$$;
comment on function attempt_take(text, integer, interval) is
	'Counts a try of WHO as a failed one before it is known to be right; raises too_often when it has to wait. The row is locked while it is counted, so many at once get no more tries than one after the other.';
