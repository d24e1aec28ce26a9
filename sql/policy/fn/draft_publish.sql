create function draft_publish(session text, id bigint, uitgave integer,
	vanaf date, tot date, reden text) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_publish.id, '{offered}');
	me uuid := who(draft_publish.session);
begin
	perform hand_put(d.id, me, 'publisher');
	if d.edition <> uitgave then
		raise exception 'conflict' using errcode = 'BF000';
	elsif moved_names(d) is not null then
		raise exception 'moved' using errcode = 'BF000';
	elsif vanaf not between current_date and current_date + 731 then
		raise exception 'no_such_day' using errcode = 'BF000', column = 'vanaf';
	elsif tot not between vanaf and current_date + 731 then
		raise exception 'no_such_day' using errcode = 'BF000', column = 'tot';
	end if;
	d.published_by := me;
	d.from_day := vanaf;
	d.until := tot;
	update draft t set state = 'ordered', published = now(), published_by = me,
		reason = btrim(reden), from_day = vanaf, until = tot,
		order_id = order_put(d.feature, order_document(d))
	where t.id = d.id;
	return '{}';
end;
$$;
comment on function draft_publish(text, bigint, integer, date, date, text) is
	'A second person has a draft put in force from a day on, and says until when its figures are right. UITGAVE is the edition that they read.';
