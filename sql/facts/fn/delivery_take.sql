create function delivery_take(d delivery, s source, headings text[]) returns json
language plpgsql
set search_path = facts, ext, pg_temp
as $$
declare
	silent date := silent_since(s);
	residents uuid[];
	days date[];
	n integer;
begin
	perform incoming_fill(d, s);
	update delivery o set nobody = o.rows - (select count(distinct i.line)
		from incoming i where i.delivery = o.id)
	where o.id = d.id;
	select array_agg(o.resident), array_agg(o.from_day) into residents, days
	from (select * from incoming_end(d, s)
		union all select * from incoming_apply(d, s)) o;
	delete from staging t where t.delivery = d.id;
	delete from incoming i where i.delivery = d.id;
	update source o set good = now(), fault = null, fault_since = null, tries = 0,
		stays = false, rows = case when d.part then o.rows else d.rows end,
		columns = headings,
		first_day = least(o.first_day, d.day)
	where o.id = s.id;
	n := changed(residents, days, silent);
	update delivery o set state = 'taken', ended = now(), changed = n
	where o.id = d.id returning o.* into d;
	return json_build_object('result', 'taken', 'rows', d.rows,
		'nobody', d.nobody, 'changed', n);
end;
$$;
comment on function delivery_take(delivery, source, text[]) is
	'Takes a delivery over that has no faults: values with their history, the facts of now and what is to be decided, in one transaction.';
