create function publish_as(of_draft bigint, me uuid, uitgave integer,
	vanaf date, tot date, reden text) returns void
language plpgsql
set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(of_draft, '{offered}');
begin
	perform hand_put(d.id, me, 'publisher');
	if d.edition <> uitgave then
		raise exception 'conflict' using errcode = 'BF000';
	elsif moved_names(d) is not null then
		raise exception 'moved' using errcode = 'BF000';
	elsif vanaf not between current_date and current_date + 731 then
		raise exception 'no_such_day' using errcode = 'BF000', column = 'vanaf';
	elsif tot not between vanaf + 1 and current_date + 731 then
		raise exception 'no_such_end' using errcode = 'BF000', column = 'tot';
	end if;
	d.published_by := me;
	d.from_day := vanaf;
	d.until := tot;
	update draft t set state = 'ordered', published = now(), published_by = me,
		reason = btrim(reden), from_day = vanaf, until = tot,
		base = version_now(d.feature),
		order_id = order_put(d.feature, order_document(d))
	where t.id = d.id;
end;
$$;
comment on function publish_as(bigint, uuid, integer, date, date, text) is
	'A second person has a draft put in force from a day on, and says until when its figures are right. UITGAVE is the edition that they read.';
