create function home_end(of_household text) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	g granted;
	d decision;
	since date := people.empty_since(of_household);
begin
	for g in select t.* from granted t
		where since is not null and t.household = of_household
		and t.subject is null and t.state in ('granted', 'ending')
		and upper_inf(t.period) and not lower_inf(t.period)
		and not leads(t.addressee) for update
	loop
		select * into d from decision t where t.id = g.decision;
		if exists (select from people.registered(g.addressee) r
				where r.until is not null) then
			perform turn(g.id, d, 'ended', greatest(since - 1, lower(g.period)));
		else
			perform end_announce(g, jsonb_build_object('title', d.title,
				'version', d.version, 'day', current_date, 'facts', '[]'::jsonb,
				'motivation', jsonb_build_object(
				'nl', 'In het gezin waarvoor u dit kreeg, woont niemand meer.',
				'en', 'Nobody lives any more in the household for which you got this.',
				'fr', 'Plus personne ne vit dans le ménage pour lequel vous receviez ceci.')));
		end if;
	end loop;
end;
$$;
comment on function home_end(text) is
	'What was open for a household in which nobody lives any more ends with it, where whoever was told of it died or left; who lives with others now is told before it ends. Whoever leads another household keeps it, until the rules say something else of that one.';
