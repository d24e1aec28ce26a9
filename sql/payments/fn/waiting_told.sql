create function waiting_told(numbers text[]) returns void
language sql
set search_path = payments, pg_temp
as $$
	select claim_told(s.number) from standing(waiting_told.numbers) s
	where s.state = 'waiting_account';
$$;
comment on function waiting_told(text[]) is
	'What follows for those of these claims that have no way out now: see claim_told().';
