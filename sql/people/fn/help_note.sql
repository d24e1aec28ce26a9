create function help_note(session text, page text, wrote boolean) returns void
language plpgsql
set search_path = people, ext, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
	h helping;
	other uuid;
	whose uuid;
begin
	update helping o set seen = now() where o.session = help_note.session
	returning * into h;
	select m.on_behalf into other from acting a
	join mandate m on m.id = a.mandate and m.actor = h.resident and mandate_holds(m)
	where a.session = help_note.session;
	for whose in select h.resident union select other where other is not null loop
		perform access.note_by(
			case when wrote then 'people.help_do' else 'people.help_see' end,
			h.helper, whose, h.resident, h.reason, page,
			(select g.service from right_given g where g.id = h.given));
	end loop;
end;
$$;
comment on function help_note(text, text, boolean) is
	'Writes that who helps sees a page of the resident, or writes on it; also for whom that resident acts by a mandate. Who asks knows that they are helped.';
