create function delivery_done(delivery bigint, columns json) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp set enable_nestloop = on
as $$
declare
	d delivery;
	s source;
	headings text[] := array(select json_array_elements_text(columns));
	faults jsonb;
begin
	select o.* into d from delivery o
	where o.id = delivery_done.delivery and o.state = 'reading';
	select o.* into s from source o where o.id = d.source for update;
	if not found then
		return null;
	end if;
	update delivery o set rows = (select count(*) from staging t where t.delivery = o.id),
		drift = drift_of(s, headings)
	where o.id = d.id returning o.* into d;
	-- The planner cannot know how many these are, and to tell it would make
	-- deliveries of other sources wait.
	if d.rows > 200 then
		set local enable_nestloop = off;
	end if;
	s.complete := s.complete and not d.part;
	faults := delivery_faults(d, s, headings);
	if faults is not null then
		return delivery_broken(d.id, faults);
	end if;
	return delivery_take(d, s, headings);
end;
$$;
comment on function delivery_done(bigint, json) is
	'All rows of a delivery were given: what they say is taken over, all of it, or nothing with what is wrong. COLUMNS are those that the source has.';
