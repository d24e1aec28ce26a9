create function yes_take(o jsonb) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	on_day date := (o ->> 'day')::date;
	during daterange := period_of(o ->> 'period', on_day);
	g granted := given_in(o, during);
begin
	if g.id is null then
		perform grant_make(o, during);
	elsif by_a_person(g.id) or g.state in ('declined', 'ended', 'withdrawn')
		or not speaks_for(o ->> 'household', g) then
		return;
	elsif on_day = first_day(g.id)
		and (g.subject is not null or g.household = o ->> 'household') then
		perform correct(g, o);
	end if;
	if g.state = 'ending' and on_day = current_date then
		perform stay(g, o);
	end if;
end;
$$;
comment on function yes_take(jsonb) is
	'Somebody has a right: it is granted once for its period, corrected where it was decided by other facts, and goes on where its end was announced.';
