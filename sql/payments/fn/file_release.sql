create function file_release(session text, id bigint, bytes text, execution date,
	gezien bigint) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	f file;
begin
	perform turn();
	f := file_open(id);
	if file_release.execution is distinct from (case f.kind
		when 'transfer' then due_most(f.kind) end) then
		raise exception 'conflict' using errcode = 'BF000';
	elsif coalesce(gezien, 0) < cardinality(changed(f.id, clock_timestamp())) then
		raise exception 'look_first' using errcode = 'BF000', column = 'gezien';
	end if;
	perform bytes_add_up(f, file_release.bytes);
	update file t set released = now(), released_by = staff(file_release.session),
		execution = file_release.execution,
		bytes = convert_to(file_release.bytes, 'UTF8')
	where t.id = f.id;
	update claim c set ended = now()
	from payment p where p.file = f.id and c.number = p.claim;
	return '{}';
exception when check_violation then
	raise exception 'same_person' using errcode = 'BF000';
end;
$$;
comment on function file_release(text, bigint, text, date, bigint) is
	'A second person lets a file go, with its bytes as they are handed over. GEZIEN: at how many accounts that were changed they looked.';
