create function file_bytes(session text, id bigint) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	f file;
begin
	select * into f from file t where t.id = file_bytes.id;
	if not found then
		return null;
	elsif f.bytes is null then
		raise exception 'not_released' using errcode = 'BF000';
	end if;
	perform access.note(file_bytes.session, 'payments.handed', d.resident)
	from (select distinct c.resident from payment p
		join claim c on c.number = p.claim where p.file = f.id) d;
	return json_build_object('kind', f.kind,
		'text', convert_from(f.bytes, 'UTF8'));
end;
$$;
comment on function file_bytes(text, bigint) is
	'What is handed over, once the file is released; each resident in it can see that it was.';
