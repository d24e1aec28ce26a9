create function held_free() returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	here bigint;
begin
	if not exists (select from held) then
		return;
	end if;
	here := (benefits.in_force() ->> 'stops')::bigint;
	perform facts.pending_put(array_agg(h.household), h.from_day)
	from held h where h.stops <> here group by h.from_day;
	delete from held h where h.stops <> here;
end;
$$;
comment on function held_free() is
	'When a rule was stopped or went on, who waited is decided on again, from the day on which it began.';
