create function no_take(o jsonb) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	on_day date := (o ->> 'day')::date;
	during daterange := period_of(o ->> 'period', on_day);
	g granted := given_in(o, during);
begin
	if g.id is null and comes_again(o ->> 'period') and on_day = current_date then
		g := given_in(o, period_of(o ->> 'period', lower(during) - 1));
	elsif g.state in ('granted', 'ending') and on_day = first_day(g.id)
		and not by_a_person(g.id) and g.cents > 0
		and (g.subject is not null or g.household = o ->> 'household') then
		perform correct(g, o || '{"cents": 0}');
	end if;
	if g.state = 'granted' and on_day = current_date and not by_a_person(g.id)
		and o ->> 'period' <> 'once' and speaks_for(o ->> 'household', g) then
		perform end_announce(g, o);
	end if;
end;
$$;
comment on function no_take(jsonb) is
	'Somebody has a right no more, or should not have had it: its end is announced, and what was paid by facts that were not right is put to a person. What comes once is not taken back.';
