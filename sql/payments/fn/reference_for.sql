create function reference_for(number text) returns text
language plpgsql stable
set search_path = payments, pg_temp
as $$
declare
	wanted text := number;
	n integer := 1;
begin
	while exists (select from payment p where p.reference = wanted
			and p.outcome is distinct from 'cancelled' and p.kind <> 'cash')
		or (n > 1 and exists (select from claim c where c.number = wanted))
	loop
		n := n + 1;
		wanted := number || '-' || n;
		if length(wanted) > 35 then
			wanted := left(number, 20) || '-' || upper(left(encode(
				sha256(number::bytea), 'hex'), 10)) || '-' || n;
		end if;
	end loop;
	return wanted;
end;
$$;
comment on function reference_for(text) is
	'By what the bank knows the next payment of a claim: its number, then with -2, -3 behind it, of one that gets too long its beginning and ten digits of its SHA-256. Never what stands for another.';
