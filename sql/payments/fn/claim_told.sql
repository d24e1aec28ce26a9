create function claim_told(number text) returns void
language plpgsql
set search_path = payments, ext, pg_temp
as $$
declare
	c claim;
	a account;
begin
	select * into c from claim t where t.number = claim_told.number;
	select * into a from account t where t.resident = c.resident and t.until is null;
	if c.kind = 'order' or a.iban is not null then
		return;
	elsif a.id is not null then
		perform cash_make(c.number);
	elsif not exists (select from claim t where t.resident = c.resident
		and t.kind = 'transfer' and t.ended is null and t.number <> c.number) then
		perform tell(c.resident, 'account_wanted', '{}');
	end if;
end;
$$;
comment on function claim_told(text) is
	'What follows when somebody is owed something new: cash for who wants that; a question, once, for who did not tell their account.';
