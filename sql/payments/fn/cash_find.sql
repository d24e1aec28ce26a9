create function cash_find(session text, code text) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	s record;
begin
	select * into s from standing(array(select p.claim from payment p
		where p.code = people.reference_read(cash_find.code)));
	if not found then
		raise exception 'no_cash' using errcode = 'BF000', column = 'code';
	elsif s.due > current_date then
		raise exception 'cash_early' using errcode = 'BF000', column = 'code';
	end if;
	perform access.note(cash_find.session, 'payments.cash', s.resident);
	return json_build_object('number', s.number, 'cents', s.cents,
		'code', people.reference_shown(s.code), 'name', (select p.name
			from people.payee(s.resident) p));
end;
$$;
comment on function cash_find(text, text) is
	'Who fetches money with a code, and how much, for who hands it out.';
