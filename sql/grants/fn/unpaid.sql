create function unpaid(which bigint) returns boolean
language plpgsql
set search_path = grants, ext, pg_temp
as $$
declare
	all_back boolean;
begin
	select bool_and(payments.state_of(d.number) is null
			or payments.state_of(d.number) not in ('released', 'ordered', 'paid'))
	into all_back from decision d where d.granted = unpaid.which;
	if all_back then
		perform payments.withdraw(d.number) from decision d
		where d.granted = unpaid.which
		and payments.state_of(d.number) is not null;
	end if;
	return all_back;
end;
$$;
comment on function unpaid(bigint) is
	'Holds back what is owed for it, where nothing of it left; false: it left, and nothing is changed.';
