create function claim_again(session text, nummer text) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
begin
	perform turn();
	update claim c set again = clock_timestamp()
	from standing(array[claim_again.nummer]) s
	where c.number = s.number and s.state = 'refused'
	and not exists (select from reason r where r.code = s.reason and r.theirs);
	if not found then
		raise exception 'conflict' using errcode = 'BF000';
	end if;
	return '{}';
end;
$$;
comment on function claim_again(text, text) is
	'Pays once more what the bank refused for a reason of ours, on the same account.';
