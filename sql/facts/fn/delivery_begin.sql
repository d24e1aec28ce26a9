create function delivery_begin(source text, file text, sha256 text) returns json
language plpgsql
security definer set search_path = facts, ext, pg_temp
as $$
declare
	s source;
	nr bigint;
	accepted uuid;
begin
	select * into s from source o
	where o.name = delivery_begin.source and o.ended is null for update;
	if not found then
		return null;
	end if;
	if exists (select from delivery d where d.source = s.id
			and d.sha256 = delivery_begin.sha256 and d.state = 'taken'
			and d.id = (select max(id) from delivery l
				where l.source = s.id and l.state = 'taken')) then
		perform source_alive(s.name, now());
		return json_build_object('result', 'unchanged');
	end if;
	delete from staging t using delivery d where d.id = t.delivery
	and d.source = s.id;
	accepted := (select max(d.accepted_by::text)::uuid from delivery d
		where d.source = s.id and d.sha256 = delivery_begin.sha256
		and d.state = 'broken');
	delete from delivery d where d.source = s.id and (d.state = 'reading'
		or (d.state = 'broken' and d.sha256 = delivery_begin.sha256));
	insert into delivery (source, file, sha256, accepted_by)
	values (s.id, delivery_begin.file, delivery_begin.sha256, accepted)
	returning id into nr;
	return json_build_object('result', 'reading', 'delivery', nr::text);
end;
$$;
comment on function delivery_begin(text, text, text) is
	'Begins to read what a source delivers; what was left of a reading that broke off, or of these bytes that were refused before, is gone. "unchanged": these bytes were taken over last.';
