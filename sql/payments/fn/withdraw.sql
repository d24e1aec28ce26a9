create function withdraw(number text) returns text
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	c record;
begin
	perform turn();
	select * into c from standing(array[withdraw.number]);
	if not found then
		raise exception 'no payment is called %', withdraw.number
			using hint = 'payments.owe tells of it first';
	elsif c.state in ('released', 'ordered', 'paid') then
		return 'left';
	end if;
	update claim t set withdrawn = now(), ended = now()
	where t.number = c.number and t.withdrawn is null;
	if c.state = 'in_file' then
		perform file_free(c.file, null);
	end if;
	update payment p set outcome = 'cancelled', told = now(), code = null
	where p.claim = c.number and p.outcome is null;
	return 'withdrawn';
end;
$$;
comment on function withdraw(text) is
	'For other features: a decision is not paid after all. "withdrawn", also the second time; "left" when it was handed over before. A file that was prepared and not released is cancelled: its other payments can go in the next.';
