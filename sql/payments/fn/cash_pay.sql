create function cash_pay(session text, code text) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	found_one json;
begin
	perform turn();
	found_one := cash_find(cash_pay.session, cash_pay.code);
	update payment p set outcome = 'paid', told = now(), code = null,
		told_by = staff(cash_pay.session)
	where p.claim = found_one ->> 'number' and p.outcome is null;
	update claim c set ended = now() where c.number = found_one ->> 'number';
	return (found_one::jsonb || '{"done": true}')::json;
end;
$$;
comment on function cash_pay(text, text) is
	'Notes that somebody fetched their money: once.';
