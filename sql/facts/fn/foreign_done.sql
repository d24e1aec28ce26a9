create function foreign_done(delivery bigint, columns json, mark text) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	d delivery;
	s source;
	told json;
begin
	select o.* into d from delivery o where o.id = foreign_done.delivery
	and o.state = 'reading';
	select o.* into s from source o where o.id = d.source for update;
	if not found then
		return null;
	end if;
	if d.part and not exists (select from staging t where t.delivery = d.id) then
		delete from delivery o where o.id = d.id;
		perform source_alive(s.name, now());
		told := json_build_object('result', 'unchanged');
	else
		told := delivery_done(d.id, columns);
	end if;
	-- What was read again, to be sure, is not worth a line.
	if d.part and told ->> 'changed' = '0' then
		delete from delivery o where o.id = d.id;
	end if;
	if told ->> 'result' = 'broken' then
		perform foreign_rest(s.id);
	else
		update source o set mark = coalesce(foreign_done.mark, o.mark),
			whole = case when d.part then o.whole else d.begun end,
			next = now() + interval '1 second'
				* coalesce((s.settings ->> 'every')::integer, 300)
		where o.id = s.id;
	end if;
	perform pg_advisory_unlock_all();
	return told;
end;
$$;
comment on function foreign_done(bigint, json, text) is
	'All rows of a view were given: they are taken over as those of a file are, or nothing is. MARK is the last change that was seen in them.';
