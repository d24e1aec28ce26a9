create function mandate_put(session text, wie text, wie_geboren date,
	wie_straat text, voor text, voor_geboren date, voor_straat text, soort text,
	vanaf date, tot date, bewijs text) returns json
language plpgsql
security definer set search_path = people, ext, pg_temp
as $$
declare
	actor uuid := resident_pick(wie, wie_geboren, wie_straat, 'wie');
	on_behalf uuid := resident_pick(voor, voor_geboren, voor_straat, 'voor');
	days daterange;
begin
	if actor = on_behalf then
		raise exception 'same_person' using errcode = 'BF000', column = 'voor';
	elsif tot < coalesce(vanaf, current_date) then
		raise exception 'ends_before' using errcode = 'BF000', column = 'tot';
	end if;
	insert into mandate (actor, on_behalf, kind, from_day, to_day, proof, given_by)
	select actor, on_behalf, soort, coalesce(vanaf, current_date), tot, bewijs, w.account
	from who(mandate_put.session) w;
	perform mandate_tell(on_behalf, 'mandate', jsonb_build_object(
		'name', resident_name(actor), 'from', coalesce(vanaf, current_date), 'to', tot));
	return '{}';
exception when exclusion_violation then
	raise exception 'mandate_there' using errcode = 'BF000', column = 'vanaf';
end;
$$;
comment on function mandate_put(text, text, date, text, text, date, text, text, date, date, text) is
	'Somebody may act for somebody, by a proof that the counter saw; who it is done for is told.';
