create function offer_as(of_draft bigint, me uuid, uitgave integer) returns void
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(of_draft, '{draft}');
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
end;
$$;
comment on function offer_as(bigint, uuid, integer) is
	'Somebody who writes a draft gives it to a second person; UITGAVE is the edition whose check was good.';
