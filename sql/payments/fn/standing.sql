create function standing(numbers text[])
returns table (number text, resident uuid, cents bigint, kind text, partner text,
	text jsonb, due date, made timestamptz, ended timestamptz, file bigint,
	code text, refused timestamptz, reason text, state text)
language plpgsql stable
set search_path = payments, pg_temp
as $$
#variable_conflict use_column
begin
	return query select c.number, c.resident, c.cents, c.kind, c.partner, c.text, c.due, c.made,
		c.ended, p.file, p.code, r.told, r.reason,
		case
			when c.withdrawn is not null then 'withdrawn'
			when p.outcome = 'paid' then 'paid'
			when p.kind = 'cash' then 'cash'
			when p.id is not null and f.released is null then 'in_file'
			when p.kind = 'order' then 'ordered'
			when p.id is not null then 'released'
			when c.kind = 'order' then 'ready'
			when r.iban = a.iban and (c.again is null or r.told > c.again) then 'refused'
			when a.iban is null then 'waiting_account'
			else 'ready'
		end
	from claim c
	left join payment p on p.claim = c.number
		and (p.outcome is null or p.outcome = 'paid')
	left join file f on f.id = p.file
	left join account a on a.resident = c.resident and a.until is null
	left join lateral (select l.told, l.reason, l.iban from payment l
		where l.claim = c.number and l.outcome = 'refused'
		order by l.told desc limit 1) r on true
	where c.number = any (standing.numbers);
end;
$$;
comment on function standing(text[]) is
	'Claims, each in the one state that it is in, as it follows from what was done.';
