create function claim_told(number text) returns void
language plpgsql
set search_path = payments, ext, pg_temp
as $$
declare
	c record;
begin
	select * into c from standing(array[claim_told.number]);
	if c.state <> 'waiting_account' then
		return;
	elsif exists (select from account a where a.resident = c.resident
		and a.until is null and a.iban is null) then
		perform cash_make(c.number);
	elsif not exists (select from standing(claims_of(c.resident)) s
		where s.state = 'waiting_account' and s.number <> c.number) then
		perform tell(c.resident, 'account_wanted', '{}');
	end if;
end;
$$;
comment on function claim_told(text) is
	'What follows when somebody is owed something new: cash for who wants that; a question, once, for who did not tell their account.';
