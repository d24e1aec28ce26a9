create function say(household text, answers jsonb) returns integer
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	s source;
	last date := (current_date + interval '1 year')::date;
	whom uuid[] := array(select distinct t.resident
		from say_rows(say.household, say.answers) t order by 1);
begin
	update source t set good = now() where t.name = 'said' returning t.* into s;
	with gone as (
		update value v set replaced = now(), until = current_date + s.retention
		from say_rows(say.household, say.answers) t
		where v.source = s.id and v.replaced is null
		and (v.resident, v.fact) = (t.resident, t.fact)
		and upper(v.valid) > current_date
		returning v.*
	)
	insert into value (fact, source, resident, low, high, valid, received, until)
	select g.fact, g.source, g.resident, g.low, g.high,
		daterange(lower(g.valid), current_date), g.received,
		current_date + s.retention
	from gone g where lower(g.valid) < current_date;
	insert into value (fact, source, resident, low, high, valid, until)
	select t.fact, s.id, t.resident, t.low, t.high,
		daterange(current_date, last), last + s.retention
	from say_rows(say.household, say.answers) t;
	return changed(whom, array_fill(current_date, array[cardinality(whom)]), null);
end;
$$;
comment on function say(text, jsonb) is
	'For features that ask: what a resident said of their household, [{"fact", "low", "high"}], and a civil servant checked, holds for a year. Databases that say otherwise make it unknown, as always.';
