create function account_read(keuze text, rekening text, register text) returns text
language plpgsql immutable
set search_path = payments, pg_temp
as $$
declare
	fault text;
begin
	if keuze = 'geen' then
		return null;
	elsif keuze = 'register' and register is null then
		raise exception 'iban_none' using errcode = 'BF000', column = 'keuze';
	elsif keuze = 'ander' and rekening is null then
		raise exception 'iban_missing' using errcode = 'BF000', column = 'rekening';
	end if;
	fault := iban_fault(case keuze when 'ander' then rekening else register end);
	if fault is not null then
		raise exception '%', fault using errcode = 'BF000',
			column = case keuze when 'ander' then 'rekening' else 'keuze' end;
	end if;
	return case keuze when 'ander' then rekening else register end;
end;
$$;
comment on function account_read(text, text, text) is
	'The account number that somebody chose, null for cash; or what is wrong with it.';
