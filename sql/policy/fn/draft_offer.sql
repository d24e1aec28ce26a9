create function draft_offer(session text, id bigint, uitgave integer) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_offer.id, '{draft}');
	me uuid := who(draft_offer.session);
begin
	perform hand_put(d.id, me, 'writer');
	if d.edition <> uitgave then
		raise exception 'conflict' using errcode = 'BF000';
	elsif not exists (select from changed_files(d.id)) then
		raise exception 'nothing_changed' using errcode = 'BF000';
	elsif moved_names(d) is not null then
		raise exception 'moved' using errcode = 'BF000';
	elsif d.why !~ '\S' then
		raise exception 'say_why' using errcode = 'BF000';
	end if;
	update draft t set state = 'offered', offered = now(), offered_by = me
	where t.id = d.id;
	return '{}';
end;
$$;
comment on function draft_offer(text, bigint, integer) is
	'A writer gives a draft to a second person; UITGAVE is the edition whose check was good.';
