create function file_plan(session text, id bigint, rekening text) returns json
language plpgsql stable
security definer set search_path = payments, ext, pg_temp
as $$
declare
	f file := file_open(id);
begin
	if f.prepared_by = staff(file_plan.session) then
		raise exception 'same_person' using errcode = 'BF000';
	elsif f.kind = 'transfer' and (rekening is null or iban_fault(rekening) is not null) then
		raise exception 'no_debtor' using errcode = 'BF000';
	end if;
	return json_build_object('message', f.message, 'kind', f.kind,
		'created', to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS'),
		'execution', case f.kind when 'transfer' then due_most(f.kind) end,
		'lines', (select json_agg(json_build_object('reference', p.reference,
				'cents', p.cents, 'name', p.name, 'iban', p.iban,
				'address', p.address, 'text', p.text) order by p.nr)
			from payment p where p.file = f.id));
end;
$$;
comment on function file_plan(text, bigint, text) is
	'All that a file says, for who may release it: not who prepared it. REKENING is the account of the city.';
